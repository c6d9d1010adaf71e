import { getTranslations } from 'next-intl/server'
import { Notice } from './notice'
import { OrganisationSwitch } from './organisation-switch'

/** The same page for what does not exist and for what belongs to others. */
export default async function NotFound() {
  const t = await getTranslations()
  return (
    <Notice title={t('common.notFoundTitle')} sentence={t('errors.notFound')} home={t('common.toHome')}>
      <OrganisationSwitch />
    </Notice>
  )
}
