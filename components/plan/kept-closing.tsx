'use client'

import type { Funnel } from '#lib/funnel/channel'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { TextLink } from '../ui/text-link'
import { percentText } from './field-text'
import { usePlanView } from './plan-view'
import { usePlanStore } from './use-plan'

/** A part of a unit of money is no gap. */
export function gapOf(kept: number, wanted: number): number {
  const gap = kept - wanted
  return Math.abs(gap) < 1 ? 0 : gap
}

type ClosingProps = {
  readonly channelId: string
  readonly revenue: number
  readonly funnel: Funnel
  readonly entryUplift: string | null
  readonly readOnly: boolean
}

/** What closes the year: campaigns for a scheduled channel, an uplift for any other. */
export function Closing({ channelId, revenue, funnel, entryUplift, readOnly }: ClosingProps) {
  const { t, channelOf, count, pathTo } = usePlanView()
  const plan = usePlanStore()
  const channel = channelOf(channelId).name
  if (funnel.uncovered) {
    if (funnel.uncovered.count === 0) return null
    return (
      <span className="inline-flex items-center gap-2">
        <Chip small tone="watch">
          {t('uncovered')} {count(funnel.uncovered.count)}
        </Chip>
        <TextLink href={pathTo('campaigns')}>{t(readOnly ? 'seeCampaigns' : 'toCampaigns')}</TextLink>
      </span>
    )
  }
  const { uplift } = funnel
  const short = gapOf(funnel.ifKept.revenue, revenue) < 0
  const change = (to: string | null) => plan.changeChannel(channelId, { entryUplift: to })
  return (
    <span className="inline-flex items-center gap-2">
      {entryUplift !== null && <Chip small>{t('upliftApplied', { percent: percentText(entryUplift) })}</Chip>}
      {!readOnly && uplift !== null && uplift !== entryUplift && (
        <Button
          size="small"
          aria-label={t(entryUplift === null ? 'upliftOf' : 'upliftChangeOf', {
            channel,
            percent: percentText(uplift),
          })}
          onClick={() => change(uplift)}
        >
          {t(entryUplift === null ? 'uplift' : 'upliftChange', { percent: percentText(uplift) })}
        </Button>
      )}
      {!readOnly && entryUplift !== null && (
        <Button size="small" variant="text" aria-label={t('upliftRemoveOf', { channel })} onClick={() => change(null)}>
          {t('upliftRemove')}
        </Button>
      )}
      {short && uplift === null && <span className="text-text-2">{t('upliftImpossible')}</span>}
    </span>
  )
}
