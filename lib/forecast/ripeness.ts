import type { StageKey } from '#lib/funnel/stages'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ratio } from '#lib/ratio'
import { actualsOf, rowsOfRun } from './actuals'
import { type Run, sharesOf } from './run'

/** A cohort whose lags are over to less than this says nothing final (DOMAIN §5). */
export const RIPE_FROM = 0.9

/** Share of a month's units whose lag to the next stage is over at the boundary: Σ_{l ≤ b − j} k(l). */
export function ripenessOf(shares: readonly number[], month: number, through: number): number {
  const arrived = shares.slice(0, Math.max(0, through - month + 1)).reduce((a, b) => a + b, 0)
  return Math.min(1, arrived)
}

/** Ripeness of several cohort months, weighted by their counts; null without any unit. */
export function ripenessOfSeveral(
  shares: readonly number[],
  cohorts: readonly { readonly month: number; readonly count: number }[],
  through: number,
): number | null {
  const arrived = cohorts.reduce((sum, { month, count }) => sum + count * ripenessOf(shares, month, through), 0)
  return ratio(
    arrived,
    cohorts.reduce((sum, { count }) => sum + count, 0),
  )
}

/** What is known of a cohort: y of n have reached the next stage so far; `rate` is what the rest is expected to do. */
export type Cohort = { readonly y: number; readonly n: number; readonly ripeness: number; readonly rate: number }

export type CohortRate = {
  /** y ÷ n so far; null for an empty cohort. */
  readonly rate: number | null
  /** Expected final value: (y + (1 − ripeness)·ρ·n) ÷ n. */
  readonly expected: number | null
  /** 未成熟: shown hatched, and counted in no verdict. */
  readonly isUnripe: boolean
}

/** The rate of a cohort so far, and where it will end (DOMAIN §5): an unripe cohort is not a bad one. */
export function cohortRate({ y, n, ripeness, rate }: Cohort): CohortRate {
  return { rate: ratio(y, n), expected: ratio(y + (1 - ripeness) * rate * n, n), isUnripe: ripeness < RIPE_FROM }
}

/** Ripeness of what several runs brought to a stage in some months, on its way to the next; null without a unit. */
export function ripenessOfRuns(
  runs: readonly Run[],
  to: StageKey,
  months: readonly number[],
  ledger: Ledger,
): number | null {
  const parts = runs.flatMap((run) => {
    const transition = run.stages.indexOf(to) - 1
    const from = run.stages[transition]
    if (from === undefined) return []
    const actual = actualsOf(run, rowsOfRun(ledger, run), ledger.actualsThrough)
    const cohorts = months.map((month) => ({ month, count: actual(from, month) ?? 0 }))
    const count = cohorts.reduce((sum, cohort) => sum + cohort.count, 0)
    return [
      { count, ripe: count * (ripenessOfSeveral(sharesOf(run, transition), cohorts, ledger.actualsThrough) ?? 0) },
    ]
  })
  const sum = (of: 'count' | 'ripe') => parts.reduce((all, part) => all + part[of], 0)
  return ratio(sum('ripe'), sum('count'))
}
