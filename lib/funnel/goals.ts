import { aligned, type Exact, exactOf, pow10, roundDiv } from '#lib/exact'
import { largestRemainder } from '#lib/money'
import type { ChannelPlan, Scenario, Spread } from './scenario'

export type Goals = {
  readonly goalByMonth: readonly number[]
  readonly existingByMonth: readonly number[]
  readonly salesSourcedByMonth: readonly number[]
  /** KGI − existing − sales-sourced, never below 0. */
  readonly marketingGoal: number
  readonly marketingGoalByMonth: readonly number[]
}

/** KGI, existing, sales-sourced and marketing's goal of each month (DOMAIN §2 step 1). Whole amounts; Σ months = year. */
export function monthlyGoals(scenario: Pick<Scenario, 'revenueGoal' | 'existing' | 'salesSourced' | 'spread'>): Goals {
  const weights = monthWeights(scenario.spread)
  const goalByMonth = largestRemainder(scenario.revenueGoal, weights)
  const existingByMonth = largestRemainder(scenario.existing, weights)
  const salesSourcedByMonth = largestRemainder(scenario.salesSourced, weights)
  const marketingGoal = Math.max(0, scenario.revenueGoal - scenario.existing - scenario.salesSourced)
  const differences = goalByMonth.map((goal, i) => goal - (existingByMonth[i] ?? 0) - (salesSourcedByMonth[i] ?? 0))
  const marketingGoalByMonth = marketingGoal > 0 ? withoutNegatives(differences) : differences.map(() => 0)
  return { goalByMonth, existingByMonth, salesSourcedByMonth, marketingGoal, marketingGoalByMonth }
}

const ZERO: Exact = { units: 0n, places: 0 }
const atLeastZero = (decimal: Exact | null): Exact => (decimal && decimal.units > 0n ? decimal : ZERO)

/** Twelve weights as integers; unreadable or negative ones count as 0, and all 0 means twelve equal months. */
function monthWeights(spread: Spread): bigint[] {
  const texts = spread.kind === 'weights' ? spread.weights : spread.amounts.map(String)
  const { units } = aligned(texts.map((text) => atLeastZero(exactOf(text))))
  return units.some((weight) => weight > 0n) ? units : units.map(() => 1n)
}

/** A month that rounding took below 0 becomes 0; the largest month (the earlier of equals) gives the yen. */
function withoutNegatives(differences: readonly number[]): number[] {
  const months = differences.map((difference) => Math.max(0, difference))
  let owed = months.reduce((a, b) => a + b, 0) - differences.reduce((a, b) => a + b, 0)
  for (; owed > 0; owed--) {
    const largest = months.indexOf(Math.max(...months))
    months[largest] = (months[largest] ?? 0) - 1
  }
  return months
}

/**
 * Each channel's part of every month's marketing goal, by share. With shares of 100 % the channels add up to the
 * goal; with any other total (still being typed) they add up to goal × total, rounded.
 */
export function channelRevenue(
  marketingGoalByMonth: readonly number[],
  sharesOfChannels: readonly ChannelPlan['share'][],
): number[][] {
  const shares = aligned(sharesOfChannels.map((share) => atLeastZero(exactOf(share))))
  const total = shares.units.reduce((a, b) => a + b, 0n)
  const byMonth = marketingGoalByMonth.map((goal) =>
    largestRemainder(Number(roundDiv(BigInt(goal) * total, pow10(shares.places))), shares.units),
  )
  return sharesOfChannels.map((_, channel) => byMonth.map((parts) => parts[channel] ?? 0))
}
