import type { Locale } from '#lib/format'
import type { Comparison } from '#lib/plan-vs-actual/compared'
import type { Ledger, LedgerRow } from '#lib/plan-vs-actual/ledger'
import type { Accumulation, Period } from '#lib/plan-vs-actual/period'
import type { Words } from './names'

/** What the table's rows are made of. */
export type RowContext = {
  readonly ledger: Ledger
  readonly mode: Accumulation
  readonly locale: Locale
  readonly t: Words
}

/** Figures of a row by period: each is computed once. */
export function remembered<T extends Comparison>(compute: (period: Period) => T): (period: Period) => T {
  const made = new Map<string, T>()
  return (period) => {
    const comparison = made.get(period.key) ?? compute(period)
    made.set(period.key, comparison)
    return comparison
  }
}

/** Rows of the ledger behind a rate or a cost ratio: the evidence counts them. */
export function sourceRows(ledger: Ledger, metrics: readonly string[], channelId: string | null): LedgerRow[] {
  return ledger.rows.filter(
    (row) =>
      row.line === 'channel' && metrics.includes(row.metric) && (channelId === null || row.channelId === channelId),
  )
}
