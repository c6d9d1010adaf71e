import { ceilDiv, exactOf, pow10, textOf } from '#lib/exact'
import { type Flow, type ForwardPlan, forwardFlows } from './forward'
import type { Decimal } from './scenario'

/** Entry work raised by a fraction, as integers by cumulative ceiling. Without an uplift the counts themselves. */
export function uplifted(counts: readonly number[], uplift: Decimal | undefined): readonly number[] {
  const read = exactOf(uplift ?? '0')
  if (!read || read.units <= 0n) return counts
  const whole = pow10(read.places)
  let cumulative = 0n
  let before = 0n
  return counts.map((count) => {
    cumulative += BigInt(count) * (whole + read.units)
    const after = ceilDiv(cumulative, whole)
    const own = Number(after - before)
    before = after
    return own
  })
}

/** 0.01 % */
const STEP_PLACES = 4
/** Twice the goal's work: a plan that needs more than that is another plan, not an uplift. */
const MOST = pow10(STEP_PLACES)

/**
 * The uplift of the entry work that closes the year, rounded up to 0.01 % (DOMAIN §2 step 8): what is missing ÷ what
 * one more year of the entry work would bring inside the year. Null when the kept plan closes by itself, when no entry
 * work of the year is won in it, or when even twice the work would not do. Less than one unit of money is not missing.
 * `won` are the plan's wins, for whoever has run it forward already.
 */
export function closingUplift(
  plan: ForwardPlan,
  dealSize: number,
  won: Flow | undefined = forwardFlows(plan).at(-1),
): Decimal | null {
  if (!won) return null
  const kept = won.units.reduce((a, b) => a + b, 0n)
  const missing = BigInt(plan.revenue) * won.denominator - kept * BigInt(dealSize)
  if (missing < won.denominator) return null
  const more = broughtInYear(plan)
  const brought = more.wins * BigInt(dealSize) * won.denominator
  if (brought <= 0n) return null
  const steps = ceilDiv(missing * MOST * more.denominator, brought)
  return steps > MOST ? null : textOf({ units: steps, places: STEP_PLACES })
}

/** The wins inside the year of a year's entry work by itself: of each month those whose lag still ends in it. */
function broughtInYear({ entryByMonth, rates, toWon }: ForwardPlan) {
  const [kernel] = toWon
  let wins = 0n
  let inTime = 0n
  for (const [lag, count] of entryByMonth.toReversed().entries()) {
    inTime += kernel?.shares[lag] ?? 0n
    wins += BigInt(count) * inTime
  }
  const places = rates.reduce((sum, rate) => sum + rate.places, kernel?.places ?? 0)
  return { wins: rates.reduce((product, rate) => product * rate.units, wins), denominator: pow10(places) }
}
