import type { StageKey } from '#lib/funnel/stages'
import { type Month, monthsBetween } from '#lib/month'

/** Leads or opportunities that reached the same stages in the same months, as many as `count` says. */
export type JourneyCell = {
  /** Channel of the lead source. */
  readonly channelId: string | null
  /** Month in which each stage was reached; a stage not reached is absent. */
  readonly reached: Readonly<Record<StageKey, Month>>
  readonly count: number
}

/** Units of one month, and how many of them went on after 0, 1, 2 … months. */
export type CohortLags = {
  readonly month: Month
  readonly count: number
  readonly arrivals: ReadonlyMap<number, number>
}

/**
 * The cohorts of a stage by the month in which it was reached, oldest first, and when they reached a later one. What
 * the source dates before the earlier stage (won before first contact) counts as after 0 months.
 */
export function cohortsOf(
  journeys: readonly JourneyCell[],
  from: StageKey,
  to: StageKey,
  through: Month,
): CohortLags[] {
  const cohorts = new Map<Month, { count: number; arrivals: Map<number, number> }>()
  for (const { reached, count } of journeys) {
    const [start, end] = [reached[from], reached[to]]
    if (start === undefined || start > through) continue
    const cohort = cohorts.get(start) ?? { count: 0, arrivals: new Map<number, number>() }
    cohorts.set(start, cohort)
    cohort.count += count
    if (end === undefined || end > through) continue
    const lag = Math.max(0, monthsBetween(start, end))
    cohort.arrivals.set(lag, (cohort.arrivals.get(lag) ?? 0) + count)
  }
  return [...cohorts].map(([month, cohort]) => ({ month, ...cohort })).toSorted((a, b) => (a.month < b.month ? -1 : 1))
}
