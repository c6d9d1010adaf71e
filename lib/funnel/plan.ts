import { remembered } from '#lib/remembered'
import { type Assumptions, assumptionsOf, channelFunnel, type Funnel, type FunnelOptions } from './channel'
import { channelRevenue, type Goals, monthlyGoals } from './goals'
import type { ChannelPlan, Scenario } from './scenario'

export type ChannelFigures = {
  readonly id: string
  /** The channel's part of the marketing goal: the sum of its twelve amounts. */
  readonly revenue: number
  readonly revenueByMonth: readonly number[]
  /** Null when one of the channel's assumptions is missing or impossible; the other channels are unaffected. */
  readonly funnel: Funnel | null
}

export type PlanFigures = Goals & { readonly channels: readonly ChannelFigures[] }

/** The steps of which a plan's figures are made: the goals, their parts by channel, and each channel by itself. */
export type PlanSteps = {
  readonly goalsOf: typeof monthlyGoals
  readonly partsOf: typeof channelRevenue
  readonly assumptionsOf: typeof assumptionsOf
  readonly channelOf: typeof channelFigures
}

const STEPS: PlanSteps = {
  goalsOf: monthlyGoals,
  partsOf: channelRevenue,
  assumptionsOf,
  channelOf: channelFigures,
}

/**
 * Every figure of a plan (DOMAIN §2 steps 1–8). Money in the currency's minor unit, months from the year's first.
 * With `rememberedSteps` a screen keeps, as the same objects, the goals and the channels that did not change.
 */
export function planFigures(scenario: Scenario, steps: PlanSteps = STEPS): PlanFigures {
  const { revenueGoal, existing, salesSourced, spread, stages, rounding, nextYearGrowth } = scenario
  const goals = steps.goalsOf({ revenueGoal, existing, salesSourced, spread })
  const shares = scenario.channels.map(({ share }) => share)
  const revenues = steps.partsOf(goals.marketingGoalByMonth, shares)
  const options = { stages, rounding, nextYearGrowth }
  const figuresOf = (channel: ChannelPlan, revenueByMonth: readonly number[]) =>
    steps.channelOf(channel, revenueByMonth, options, steps.assumptionsOf(channel, options))
  return { ...goals, channels: scenario.channels.map((channel, i) => figuresOf(channel, revenues[i] ?? [])) }
}

function channelFigures(
  channel: ChannelPlan,
  revenueByMonth: readonly number[],
  options: FunnelOptions,
  read: Assumptions | null,
): ChannelFigures {
  const revenue = revenueByMonth.reduce((a, b) => a + b, 0)
  return { id: channel.id, revenue, revenueByMonth, funnel: channelFunnel(channel, revenueByMonth, options, read) }
}

/** Steps that remember their last answer, of channels one each, and give it again while their input is equal. */
export function rememberedSteps(): PlanSteps {
  return {
    goalsOf: remembered(monthlyGoals),
    partsOf: remembered(channelRevenue),
    assumptionsOf: remembered(assumptionsOf, ({ id }) => id),
    channelOf: remembered(channelFigures, ({ id }) => id),
  }
}
