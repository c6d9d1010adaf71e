'use client'

import { useTranslations } from 'next-intl'
import { formatFiscalYear } from '#lib/format'
import { Banner } from '../ui/banner'
import type { PlanScreenProps } from './plan-props'
import { usePlanView } from './plan-view'

/** After 前年度をコピー: what the form now holds, what is still last year's, and what was left out. */
export function CopyNotice({
  lastYear,
  channels,
  teamGoals,
}: Pick<PlanScreenProps, 'lastYear' | 'channels' | 'teamGoals'>) {
  const t = useTranslations('plan')
  const { locale } = usePlanView()
  if (!lastYear) return null
  const year = formatFiscalYear(lastYear, locale)
  const planned = new Set(lastYear.draft.channels.map((channel) => channel.channelId))
  const archived = channels.filter((channel) => channel.archivedAt !== null && planned.has(channel.id))
  return (
    <Banner tone="watch" title={t('copiedTitle', { year, version: lastYear.version })}>
      <p>{t('copiedBody', { year })}</p>
      {archived.length > 0 && teamGoals === null && (
        <p>{t('copiedWithout', { channels: archived.map((channel) => channel.name).join(t('and')) })}</p>
      )}
    </Banner>
  )
}
