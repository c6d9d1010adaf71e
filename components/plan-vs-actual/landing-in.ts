import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { type Accumulation, monthsOf, type Period } from '#lib/plan-vs-actual/period'
import type { TableRow } from './table-row'

/** Months of a period, or with cumulative figures those from the year's first. */
export function monthsIn(period: Period, mode: Accumulation): number[] {
  return monthsOf(mode === 'cumulative' ? { first: 0, last: period.last } : period)
}

/**
 * 着地見込 of a column: actuals and forecast of its months together, unrounded. Null where no month of it lies behind the
 * boundary, for then its actual says all, and on rows that nothing is forecast of.
 */
export function landingIn(row: TableRow, period: Period, ledger: Ledger, mode: Accumulation): number | null {
  if (row.landing === null || period.last <= ledger.actualsThrough) return null
  const { landing } = row
  return monthsIn(period, mode).reduce((sum, month) => sum + (landing[month] ?? 0), 0)
}
