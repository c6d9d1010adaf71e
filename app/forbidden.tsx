import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button-link'

export default async function Forbidden() {
  const t = await getTranslations()
  return (
    <main className="mx-auto grid min-h-dvh max-w-110 content-center gap-4 px-4">
      <h1 className="text-figure-s font-strong">{t('common.forbiddenTitle')}</h1>
      <p className="text-read">{t('errors.forbidden')}</p>
      <div>
        <ButtonLink href="/" variant="primary">
          {t('common.toHome')}
        </ButtonLink>
      </div>
    </main>
  )
}
