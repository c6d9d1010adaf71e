import { type CohortRate, cohortRate, ripenessOf } from '#lib/forecast/ripeness'
import type { StageKey } from '#lib/funnel/stages'
import { type Month, monthsBetween } from '#lib/month'
import { cohortsOf, type JourneyCell } from './journey'
import { lagCurveOf } from './lag-curve'

/** How many of a cohort reached a later stage so far, and how final that is. */
export type CohortStep = CohortRate & { readonly stage: StageKey; readonly count: number; readonly ripeness: number }

export type Cohort = {
  /** Month in which the units reached the first stage. */
  readonly month: Month
  readonly count: number
  /** One for each later stage. */
  readonly steps: readonly CohortStep[]
}

/**
 * What became of each month's units, oldest first: count and share that reached each later stage by the end of
 * `through`. Ripeness comes from the measured lag curve of stage 1 → stage s; one without a curve yet is unripe.
 * @param stages upstream first; the first one makes the cohorts
 */
export function cohortFunnel(
  journeys: readonly JourneyCell[],
  stages: readonly StageKey[],
  months: readonly Month[],
  through: Month,
): Cohort[] {
  const [first, ...later] = stages
  if (first === undefined) return []
  const columns = later.map((stage) => column(journeys, first, stage, through))
  const counts = new Map(cohortsOf(journeys, first, first, through).map(({ month, count }) => [month, count]))
  return months
    .filter((month) => month <= through)
    .map((month) => {
      const count = counts.get(month) ?? 0
      return { month, count, steps: columns.map((stepOf) => stepOf(month, count)) }
    })
}

function column(journeys: readonly JourneyCell[], first: StageKey, stage: StageKey, through: Month) {
  const { shares, rate } = lagCurveOf(journeys, first, stage, through)
  const numbers = shares?.map(Number) ?? []
  const reached = new Map(
    cohortsOf(journeys, first, stage, through).map(({ month, arrivals }) => [
      month,
      [...arrivals.values()].reduce((a, b) => a + b, 0),
    ]),
  )
  return (month: Month, n: number): CohortStep => {
    const y = reached.get(month) ?? 0
    const ripeness = ripenessOf(numbers, 0, monthsBetween(month, through))
    return { stage, count: y, ripeness, ...cohortRate({ y, n, ripeness, rate: rate ?? 0 }) }
  }
}
