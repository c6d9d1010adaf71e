import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button-link'
import { OrganisationSwitch } from './organisation-switch'

/** The same page for what does not exist and for what belongs to others. */
export default async function NotFound() {
  const t = await getTranslations()
  return (
    <main className="mx-auto grid min-h-dvh max-w-110 content-center gap-4 px-4">
      <h1 className="text-figure-s font-strong">{t('common.notFoundTitle')}</h1>
      <p className="text-read">{t('errors.notFound')}</p>
      <OrganisationSwitch />
      <div>
        <ButtonLink href="/" variant="primary">
          {t('common.toHome')}
        </ButtonLink>
      </div>
    </main>
  )
}
