import { ratio } from '#lib/ratio'
import type { ReadActual, RowsOfRun } from './actuals'
import { exposure, looksBackOnEntered } from './exposure'
import { type Run, sharesOf } from './run'

/** Fewer units than this say nothing of a rate (DOMAIN §5, §6). */
export const ENOUGH = 20

/** How strongly the plan's own deal size holds against what was observed, in deals. */
const PRIOR_DEALS = 5

/** What was seen of one transition: y of n units that were due. */
export type Seen = { readonly y: number; readonly n: number }

/** Sums a transition over those of the given months whose own count and whole look-back are entered. */
export function seenIn(
  run: Pick<Run, 'stages' | 'lags'>,
  transition: number,
  months: readonly number[],
  actual: ReadActual,
): Seen {
  const [from, to] = [run.stages[transition], run.stages[transition + 1]]
  const shares = sharesOf(run, transition)
  const seen = { y: 0, n: 0 }
  if (from === undefined || to === undefined) return seen
  for (const month of months) {
    const reached = actual(to, month)
    if (reached === null || !looksBackOnEntered(shares, month, (m) => actual(from, m))) continue
    seen.y += reached
    seen.n += exposure(shares, month, (m) => actual(from, m) ?? 0)
  }
  return seen
}

/** Whether too little was seen, or more than was due, so that the planned rate stands: 実績不足（計画値を使用）. */
export function isInsufficient({ y, n }: Seen): boolean {
  return n < ENOUGH || y > n
}

/** The observed rate, held by twenty units of the planned one (DOMAIN §5): (y + 20·r) ÷ (n + 20). */
export function observedRate(seen: Seen, planned: number): number {
  return isInsufficient(seen) ? planned : (seen.y + ENOUGH * planned) / (seen.n + ENOUGH)
}

/** The observed deal size, held by five deals of the planned one: (revenue + 5·D) ÷ (won + 5), months with both entered. */
export function observedDealSize(run: Run, rows: RowsOfRun, months: readonly number[]): number {
  const both = months.flatMap((month) => {
    const won = rows.get('won')?.actual[month] ?? null
    const revenue = rows.get('revenue')?.actual[month] ?? null
    return won === null || revenue === null ? [] : [{ won, revenue }]
  })
  const [won, revenue] = [sum(both.map((each) => each.won)), sum(both.map((each) => each.revenue))]
  return ratio(revenue + PRIOR_DEALS * run.dealSize, won + PRIOR_DEALS) ?? run.dealSize
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
