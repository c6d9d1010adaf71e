'use client'

import { useTranslations } from 'next-intl'
import type { Funnel } from '#lib/funnel/channel'
import type { ChannelDraft } from '#lib/input/plan-draft'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { TextLink } from '../ui/text-link'
import { percentText } from './field-text'
import { usePlanView } from './plan-view'

/** A part of a unit of money is no gap. */
export function gapOf(kept: number, wanted: number): number {
  const gap = kept - wanted
  return Math.abs(gap) < 1 ? 0 : gap
}

type ClosingProps = {
  readonly id: string
  readonly revenue: number
  readonly kept: number
  readonly funnel: Funnel
  readonly draft: ChannelDraft
  readonly readOnly: boolean
  readonly onUplift: (uplift: string | null) => void
}

/** What closes the year: campaigns for a scheduled channel, an uplift for any other. */
export function Closing({ id, revenue, kept, funnel, draft, readOnly, onUplift }: ClosingProps) {
  const t = useTranslations('plan')
  const { channelOf, count, pathTo } = usePlanView()
  const channel = channelOf(id).name
  const short = gapOf(kept, revenue) < 0
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
  const { entryUplift } = draft
  const { uplift } = funnel
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
          onClick={() => onUplift(uplift)}
        >
          {t(entryUplift === null ? 'uplift' : 'upliftChange', { percent: percentText(uplift) })}
        </Button>
      )}
      {!readOnly && entryUplift !== null && (
        <Button
          size="small"
          variant="text"
          aria-label={t('upliftRemoveOf', { channel })}
          onClick={() => onUplift(null)}
        >
          {t('upliftRemove')}
        </Button>
      )}
      {short && uplift === null && <span className="text-text-2">{t('upliftImpossible')}</span>}
    </span>
  )
}
