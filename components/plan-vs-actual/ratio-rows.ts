import { METRICS } from '#lib/metrics'
import { type CostRatio, costRatioIn, costSections } from '#lib/plan-vs-actual/cost-ratios'
import { rateIn, rateSections } from '#lib/plan-vs-actual/rates'
import { rateName } from './names'
import { type RowContext, remembered, sourceRows } from './row-context'
import type { TableRow } from './table-row'

const PLAIN = { landing: null, settable: null, parts: [] } as const

/** リード→MQL率 … from the last transition upwards, each by channel. */
export function rateRows(context: RowContext): TableRow[] {
  const { ledger, mode, t } = context
  return rateSections(ledger).map(({ key, from, to, runs, parts }): TableRow => {
    const name = rateName(from, to, ledger, context.locale, t)
    const look = { ...PLAIN, unit: 'rate', metric: 'rate' } as const
    return {
      ...{ ...look, id: key, name, kind: 'section', colour: null, rows: sourceRows(ledger, [from, to], null) },
      at: remembered((period) => rateIn(runs, to, period, ledger, mode)),
      parts: parts.map((part): TableRow => {
        const at = remembered((period) => rateIn(part.runs, to, period, ledger, mode))
        const rows = sourceRows(ledger, [from, to], part.channelId)
        return { ...look, id: `${key}.${part.key}`, kind: 'part', rows, at, ...channelLook(part.channelId, context) }
      }),
    }
  })
}

const AGAINST: Record<CostRatio, string> = { cpl: 'lead', cpa: 'opportunity', costPerWon: 'won', roi: 'revenue' }

/** CPL, CPA, cost per won deal and ROI, of the same months (期間基準), each by channel. */
export function costRatioRows(context: RowContext): TableRow[] {
  const { ledger, mode, locale } = context
  return costSections(ledger).map(({ key, pairs, parts }): TableRow => {
    const look = { ...PLAIN, unit: key === 'roi' ? 'roi' : 'unitCost', metric: key } as const
    const metrics = ['cost', AGAINST[key]]
    return {
      ...{ ...look, id: key, name: METRICS[key][locale], kind: 'section', colour: null },
      rows: sourceRows(ledger, metrics, null),
      at: remembered((period) => costRatioIn({ key, pairs }, period, ledger, mode)),
      parts: parts.map((part): TableRow => {
        const at = remembered((period) => costRatioIn({ key, pairs: part.pairs }, period, ledger, mode))
        const rows = sourceRows(ledger, metrics, part.channelId)
        return { ...look, id: `${key}.${part.key}`, kind: 'part', rows, at, ...channelLook(part.channelId, context) }
      }),
    }
  })
}

function channelLook(channelId: string, { ledger, t }: RowContext): Pick<TableRow, 'name' | 'colour'> {
  const channel = ledger.channels.find((each) => each.id === channelId)
  return { name: channel?.name ?? t('unknownChannel'), colour: channel?.colour ?? 0 }
}
