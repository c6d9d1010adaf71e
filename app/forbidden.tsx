import { getTranslations } from 'next-intl/server'
import { Notice } from './notice'

export default async function Forbidden() {
  const t = await getTranslations()
  return <Notice title={t('common.forbiddenTitle')} sentence={t('errors.forbidden')} home={t('common.toHome')} />
}
