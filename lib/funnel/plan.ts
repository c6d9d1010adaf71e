import { channelFunnel, type Funnel } from './channel'
import { channelRevenue, type Goals, monthlyGoals } from './goals'
import type { Scenario } from './scenario'

export type ChannelFigures = {
  readonly id: string
  /** The channel's part of the marketing goal: the sum of its twelve amounts. */
  readonly revenue: number
  readonly revenueByMonth: readonly number[]
  /** Null when one of the channel's assumptions is missing or impossible; the other channels are unaffected. */
  readonly funnel: Funnel | null
}

export type PlanFigures = Goals & { readonly channels: readonly ChannelFigures[] }

/**
 * Every figure of a plan (DOMAIN §2 steps 1–8). Money in the currency's minor unit, months from the year's first.
 * `funnelOf` lets a screen keep the funnels of channels that did not change.
 */
export function planFigures(scenario: Scenario, funnelOf: typeof channelFunnel = channelFunnel): PlanFigures {
  const goals = monthlyGoals(scenario)
  const revenues = channelRevenue(goals.marketingGoalByMonth, scenario.channels)
  const channels = scenario.channels.map((channel, i) => {
    const revenueByMonth = revenues[i] ?? []
    const revenue = revenueByMonth.reduce((a, b) => a + b, 0)
    return { id: channel.id, revenue, revenueByMonth, funnel: funnelOf(channel, revenueByMonth, scenario) }
  })
  return { ...goals, channels }
}

/** channelFunnel that remembers each channel's last answer and gives the same object while its input is equal. */
export function rememberedFunnels(): typeof channelFunnel {
  const last = new Map<string, { readonly input: string; readonly funnel: Funnel | null }>()
  return (channel, revenueByMonth, { stages, rounding, nextYearGrowth }) => {
    const options = { stages, rounding, nextYearGrowth }
    const input = JSON.stringify([channel, revenueByMonth, options])
    const known = last.get(channel.id)
    if (known?.input === input) return known.funnel
    const funnel = channelFunnel(channel, revenueByMonth, options)
    last.set(channel.id, { input, funnel })
    return funnel
  }
}
