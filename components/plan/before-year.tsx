'use client'

import { useTranslations } from 'next-intl'
import { formatDate } from '#lib/format'
import type { PlanFigures } from '#lib/funnel/plan'
import { ChannelName } from '../kpi/channel-dot'
import { Figure } from '../kpi/figure'
import { Card } from '../ui/card'
import { usePlanView } from './plan-view'

type Props = { readonly figures: PlanFigures }

/** 期首前に必要: Σ channels, per stage, of what must be in the pipeline on the year's first day. */
export function BeforeYear({ figures }: Props) {
  const t = useTranslations('plan')
  const { stages, stageLabel, count, year, locale } = usePlanView()
  const needed = stages.map((stage) => ({ stage, total: sumOf(figures, stage) })).filter(({ total }) => total > 0)
  return (
    <Card title={t('beforeYear')} hint={t('beforeYearHint', { date: formatDate(`${year.first}-01`, locale) })}>
      {needed.length === 0 ? (
        <p className="text-text-2">{t('beforeYearNothing')}</p>
      ) : (
        <dl className="flex flex-wrap gap-x-6 gap-y-2">
          {needed.map(({ stage, total }) => (
            <div key={stage}>
              <dt className="text-micro text-text-3">{stageLabel(stage)}</dt>
              <dd>
                <Figure value={count(total)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}

const sumOf = (figures: PlanFigures, stage: string): number =>
  figures.channels.reduce((sum, { funnel }) => sum + (funnel?.requiredBeforeYear[stage] ?? 0), 0)

/** 最終着手月 of each channel: later work is won, by half or more, in the next year. */
export function LastUseful({ figures }: Props) {
  const t = useTranslations('plan')
  const { channelOf, stageLabel } = usePlanView()
  const monthOf = useMonthOrEarlier()
  const known = figures.channels.flatMap(({ id, funnel }) =>
    funnel && funnel.lastUsefulMonthIndex !== null
      ? [{ id, entry: funnel.stages[0] ?? '', index: funnel.lastUsefulMonthIndex }]
      : [],
  )
  return (
    <Card title={t('lastUseful')} hint={t('lastUsefulHint')}>
      {known.length === 0 ? (
        <p className="text-text-2">{t('lastUsefulNothing')}</p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(112px,1fr))] gap-x-4 gap-y-2">
          {known.map(({ id, entry, index }) => (
            <li key={id}>
              <span className="block text-micro text-text-2">
                <ChannelName colour={channelOf(id).colour}>{channelOf(id).name}</ChannelName>
              </span>
              <Figure value={monthOf(index)} unit={t('fromStage', { stage: stageLabel(entry) })} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** A month of the year by its name; one before the year with its year, so that it is not taken for this one's. */
function useMonthOrEarlier(): (index: number) => string {
  const { month, monthLabel, yearMonthLabel } = usePlanView()
  return (index) => (index < 0 ? yearMonthLabel(month(index)) : monthLabel(index))
}
