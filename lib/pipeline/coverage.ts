import { ratio } from '#lib/ratio'

export type CoverageParts = {
  /** Goal of the period, and what is booked of it so far, in the currency's minor unit. Null: no goal. */
  readonly goal: number | null
  readonly booked: number
  /** Open opportunities expected to close in the period. */
  readonly openAmount: number
  readonly winRate: number | null
}

export type Coverage = {
  /** Goal − booked, never below 0; null without a goal. */
  readonly remaining: number | null
  /** Open ÷ remaining; null without a goal, and when nothing remains. */
  readonly coverage: number | null
  /** 1 ÷ win rate: what it takes to close the rest at the usual rate. */
  readonly needed: number | null
  /** Open amount that is missing at that rate: remaining × needed − open, never below 0. */
  readonly shortfall: number | null
  /** Whether the open pipeline is enough; null when either side is unknown. */
  readonly isCovered: boolean | null
}

/** Whether what is open covers what remains of the goal (DOMAIN §8). */
export function coverageOf({ goal, booked, openAmount, winRate }: CoverageParts): Coverage {
  const remaining = goal === null ? null : Math.max(0, goal - booked)
  const needed = ratio(1, winRate)
  const required = remaining === null || needed === null ? null : remaining * needed
  return {
    remaining,
    coverage: ratio(openAmount, remaining),
    needed,
    shortfall: required === null ? null : Math.max(0, required - openAmount),
    isCovered: remaining === 0 ? true : required === null ? null : openAmount >= required,
  }
}
