import type { Decimal } from '#lib/funnel/scenario'
import type { StageKey } from '#lib/funnel/stages'
import { largestRemainder } from '#lib/money'
import { type Month, monthsBetween } from '#lib/month'
import { type CohortLags, cohortsOf, type JourneyCell } from './journey'

/** Conversions that a curve must rest on before it is offered to the plan (as DOMAIN §5 asks of a rate). */
export const ENOUGH_CONVERSIONS = 20

/** Longer ones are rare, and nobody plans by them. */
const LONGEST = 24

export type LagCurve = {
  readonly from: StageKey
  readonly to: StageKey
  /** Units of the cohorts, and conversions seen up to the boundary. */
  readonly units: number
  readonly conversions: number
  /** Shares arriving after 0, 1, 2 … months, 4 decimals, Σ = 1 exactly; null before the first conversion. */
  readonly shares: readonly Decimal[] | null
  /** Share of the units that goes on in the end, recent cohorts being given time; null without any unit. */
  readonly rate: number | null
  readonly isEnough: boolean
}

/**
 * The lag of one transition, measured (DOMAIN §1, lag). Recent cohorts have had no time for long lags, so each lag's
 * conversions are divided by the units that have had that much time: c(l) = Σ arrivals after l ÷ Σ units with j + l ≤ b;
 * the curve is c(l) ÷ Σ c, rounded to 4 decimals by largest remainder, and Σ c is the final rate.
 * @param through b, the last finished month
 */
export function lagCurveOf(journeys: readonly JourneyCell[], from: StageKey, to: StageKey, through: Month): LagCurve {
  const cohorts = cohortsOf(journeys, from, to, through)
  const units = cohorts.reduce((sum, { count }) => sum + count, 0)
  const conversions = cohorts.reduce((sum, cohort) => sum + arrived(cohort), 0)
  const steps = stepsOf(cohorts, through)
  return {
    ...{ from, to, units, conversions },
    shares: conversions === 0 ? null : sharesOf(steps),
    rate:
      units === 0
        ? null
        : Math.min(
            1,
            steps.reduce((sum, { arrivals, exposed }) => sum + arrivals / exposed, 0),
          ),
    isEnough: conversions >= ENOUGH_CONVERSIONS,
  }
}

function arrived({ arrivals }: CohortLags): number {
  return [...arrivals.values()].reduce((a, b) => a + b, 0)
}

type Step = { readonly arrivals: number; readonly exposed: number }

/** Arrivals and exposed units by lag, up to the longest that was seen. */
function stepsOf(cohorts: readonly CohortLags[], through: Month): Step[] {
  const longest = Math.min(LONGEST, Math.max(-1, ...cohorts.flatMap(({ arrivals }) => [...arrivals.keys()])))
  return Array.from({ length: longest + 1 }, (_, lag) => {
    const old = cohorts.filter(({ month }) => monthsBetween(month, through) >= lag)
    return {
      arrivals: old.reduce((sum, cohort) => sum + (cohort.arrivals.get(lag) ?? 0), 0),
      exposed: old.reduce((sum, { count }) => sum + count, 0),
    }
  })
}

/** Each lag's arrivals ÷ exposed as a share of their sum: over one denominator, so that no rounding comes before the last. */
function sharesOf(steps: readonly Step[]): Decimal[] {
  const whole = steps.reduce((product, { exposed }) => product * BigInt(exposed), 1n)
  const weights = steps.map(({ arrivals, exposed }) => (BigInt(arrivals) * whole) / BigInt(exposed))
  return largestRemainder(10_000, weights).map((part) => {
    const text = String(part).padStart(5, '0')
    return `${text.slice(0, -4)}.${text.slice(-4)}`
  })
}
