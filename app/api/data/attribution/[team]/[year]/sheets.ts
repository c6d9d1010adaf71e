import type { Sheet } from '#db/exports/files'
import { DEAL_PARTS } from '#lib/attribution/credit'
import { MODELS } from '#lib/attribution/models'
import type { AttributionSummary } from '#lib/attribution/summary'
import type { ExportCell } from '#lib/export/tables'
import { minorDigits } from '#lib/format'
import {
  type AttributionFrame,
  campaignNameOf,
  channelOf,
} from '../../../../../../components/attribution/attribution-props'

type Words = (key: string, values?: Record<string, string>) => string
type Of = { readonly frame: AttributionFrame; readonly summary: AttributionSummary; readonly t: Words }

/** The tables of the screen with their figures unrounded, in whole units of the currency. */
export function attributionSheets(frame: AttributionFrame, summary: AttributionSummary, t: Words): Sheet[] {
  const of = { frame, summary, t }
  return [
    sheetOf(t('comparison.title'), [t('channel'), ...MODELS.map((model) => t(`models.${model}`))], comparisonRows(of)),
    sheetOf(
      t('effect.title'),
      [
        ...[t('channel'), t('effect.revenue'), t('effect.grossProfit'), t('effect.cost'), 'ROAS', 'ROI'],
        ...[t('pipeline.won'), t('effect.costPerWon')],
      ],
      effectRows(of),
    ),
    sheetOf(
      t('campaigns.title'),
      [t('campaign'), t('channel'), t('effect.revenue'), t('pipeline.won'), t('effect.cost'), 'ROI'],
      campaignRows(of),
    ),
  ]
}

function sheetOf(name: string, headers: readonly string[], rows: readonly ExportCell[][]): Sheet {
  async function* pages() {
    yield rows
  }
  return { name, headers, pages: pages() }
}

/** Money leaves in whole units: 12.34, not 1234 cents. */
function money(amount: number | null, { frame }: Of): ExportCell {
  return amount === null ? null : amount / 10 ** minorDigits(frame.style.currency)
}

const nameOf = (id: string | null, { frame, t }: Of) => channelOf(frame, id)?.name ?? t('gone')

function comparisonRows(of: Of): ExportCell[][] {
  const { summary, t } = of
  const { channels, withTouch, without } = summary.comparison
  const byModel = (amount: (model: (typeof MODELS)[number]) => number | null) =>
    MODELS.map((model) => (withTouch[model] === null ? null : money(amount(model), of)))
  return [
    ...channels.map((channel) => [
      nameOf(channel.channelId, of),
      ...byModel((model) => channel.byModel[model]?.amount ?? null),
    ]),
    [t('comparison.withTouch'), ...byModel((model) => withTouch[model]?.amount ?? null)],
    [t('noTouch'), ...byModel(() => without.amount)],
    [t('comparison.booked'), ...byModel((model) => (withTouch[model]?.amount ?? 0) + without.amount)],
  ]
}

function effectRows(of: Of): ExportCell[][] {
  const { summary, frame, t } = of
  const row = (name: string, effect: AttributionSummary['total']): ExportCell[] => [
    ...[name, money(effect.credited.amount, of), frame.view.gain === 'gross' ? money(effect.gain, of) : null],
    ...[money(effect.cost.amount, of), effect.roas, effect.roi],
    ...[effect.credited.dealParts / DEAL_PARTS, money(effect.costPerWon, of)],
  ]
  const rowsOf = (isMarketing: boolean) =>
    summary.effects
      .filter(({ channelId }) => (channelOf(frame, channelId)?.isMarketing ?? false) === isMarketing)
      .map((effect) => row(nameOf(effect.channelId, of), effect))
  // As on the screen: the sum stands below what it adds up.
  return [...rowsOf(true), row(t('effect.total'), summary.total), ...rowsOf(false)]
}

function campaignRows(of: Of): ExportCell[][] {
  return of.summary.campaigns.map(({ campaignId, channelId, credited, cost, roi }) => [
    ...[campaignNameOf(of.frame, campaignId) ?? of.t('gone'), nameOf(channelId, of)],
    ...[money(credited.amount, of), credited.dealParts / DEAL_PARTS, money(cost.amount, of), roi],
  ])
}
