import { MODELS } from '#lib/attribution/models'
import type { AttributionSummary } from '#lib/attribution/summary'
import { type AttributionFrame, channelOf } from './attribution-props'

/** The comparison as text for a sheet: whole amounts in the minor unit, a line for each channel, tabs between. */
export function comparisonText(
  { channels }: Pick<AttributionFrame, 'channels'>,
  { comparison, reconciliation }: Pick<AttributionSummary, 'comparison' | 'reconciliation'>,
  t: (key: string) => string,
): { readonly text: string; readonly lines: number } {
  const { withTouch, without } = comparison
  const known = MODELS.filter((model) => withTouch[model] !== null)
  const booked = reconciliation.withTouch.amount + reconciliation.without.amount
  const lines = [
    [t('channel'), ...known.map((model) => t(`models.${model}`))],
    ...comparison.channels.map(({ channelId, byModel }) => [
      channelOf({ channels }, channelId)?.name ?? t('gone'),
      ...known.map((model) => String(byModel[model]?.amount ?? 0)),
    ]),
    [t('comparison.withTouch'), ...known.map((model) => String(withTouch[model]?.amount ?? 0))],
    [t('noTouch'), ...known.map(() => String(without.amount))],
    [t('comparison.booked'), ...known.map(() => String(booked))],
  ]
  return { text: lines.map((cells) => cells.join('\t')).join('\n'), lines: lines.length }
}
