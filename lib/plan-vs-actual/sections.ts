import type { Ledger, LedgerMetric, LedgerRow } from './ledger'

/** A channel's part of a section, or what is not given to any channel yet. */
export type Part = {
  readonly key: string
  readonly line: 'channel' | 'unallocated'
  readonly channelId: string | null
  readonly rows: readonly LedgerRow[]
}

/** A block of the table: a line of revenue, a stage or cost, and its parts by channel. */
export type Section = {
  readonly key: 'revenue' | 'existing' | 'salesSourced' | 'marketing' | LedgerMetric
  readonly metric: LedgerMetric
  readonly rows: readonly LedgerRow[]
  readonly parts: readonly Part[]
}

export type RevenueLine = 'existing' | 'salesSourced' | 'marketing'

/** Rows of the KGI: the three lines together. */
export function revenueRows(ledger: Ledger): LedgerRow[] {
  return ledger.rows.filter((row) => row.metric === 'revenue')
}

/** Rows of one line of revenue; マーケ起点 is all channels and what is not given to one. */
export function lineRows(ledger: Ledger, line: RevenueLine): LedgerRow[] {
  const isMarketing = (row: LedgerRow) => row.line === 'channel' || row.line === 'unallocated'
  return revenueRows(ledger).filter((row) => (line === 'marketing' ? isMarketing(row) : row.line === line))
}

/** Rows of a stage, or of cost, over all channels. */
export function metricRows(ledger: Ledger, metric: LedgerMetric): LedgerRow[] {
  return ledger.rows.filter((row) => row.line === 'channel' && row.metric === metric)
}

/** Rows by channel in the organisation's order, a channel that it no longer lists after them, 未配分 last. */
export function partsOf(rows: readonly LedgerRow[], ledger: Ledger): Part[] {
  const listed = ledger.channels.map((channel) => channel.id)
  const ids = new Set(rows.flatMap((row) => (row.channelId === null ? [] : [row.channelId])))
  const ordered = [...listed.filter((id) => ids.has(id)), ...[...ids].filter((id) => !listed.includes(id))]
  const channels = ordered.map((id): Part => {
    return { key: id, line: 'channel', channelId: id, rows: rows.filter((row) => row.channelId === id) }
  })
  const rest = rows.filter((row) => row.line === 'unallocated')
  return rest.length === 0
    ? channels
    : [...channels, { key: 'unallocated', line: 'unallocated', channelId: null, rows: rest }]
}

/** The table's blocks in their order: 売上, its three lines, then the funnel from 受注 up to its first stage, then 費用. */
export function sections(ledger: Ledger): Section[] {
  const revenue: Section = { key: 'revenue', metric: 'revenue', rows: revenueRows(ledger), parts: [] }
  const lines = (['existing', 'salesSourced', 'marketing'] as const).map((line): Section => {
    const rows = lineRows(ledger, line)
    return { key: line, metric: 'revenue', rows, parts: line === 'marketing' ? partsOf(rows, ledger) : [] }
  })
  const metrics = [...ledger.stages.map((stage) => stage.key).reverse(), 'cost']
  const byMetric = metrics.map((metric): Section => {
    const rows = metricRows(ledger, metric)
    return { key: metric, metric, rows, parts: partsOf(rows, ledger) }
  })
  return [revenue, ...lines, ...byMetric].filter((section) => section.rows.length > 0)
}
