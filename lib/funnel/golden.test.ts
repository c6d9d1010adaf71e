import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ChannelFigures, planFigures } from './plan'
import type { ChannelPlan, Lag, Scenario } from './scenario'
import { DEFAULT_STAGES } from './stages'

type GoldenLag = number | string | readonly number[]
type GoldenInput = {
  goal: number
  existing?: number
  salesSourced?: number
  seasonality?: readonly number[]
  nextYearGrowth?: string
  rounding: Scenario['rounding']
  stages?: readonly string[]
  channels: readonly {
    name: string
    share: string
    entry: string
    rates: readonly string[]
    lags: readonly GoldenLag[]
    dealSize: number
    unitCost?: ChannelPlan['unitCost']
    fixedCostPerMonth?: number
    schedule?: readonly number[]
  }[]
}
type GoldenChannel = Omit<ChannelFigures, 'id' | 'funnel'> & NonNullable<ChannelFigures['funnel']> & { name: string }
type Golden = { goalByMonth: number[]; marketingGoalByMonth: number[]; channels: GoldenChannel[] }

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`golden/${file}`, import.meta.url), 'utf8'))
const lagOf = (lag: GoldenLag): Lag => (typeof lag === 'object' ? lag.map(String) : String(lag))

function scenarioOf(input: GoldenInput): Scenario {
  return {
    revenueGoal: input.goal,
    existing: input.existing ?? 0,
    salesSourced: input.salesSourced ?? 0,
    spread: { kind: 'weights', weights: (input.seasonality ?? Array<number>(12).fill(1)).map(String) },
    nextYearGrowth: input.nextYearGrowth ?? '0',
    rounding: input.rounding,
    stages: input.stages ?? DEFAULT_STAGES,
    channels: input.channels.map((channel) => ({
      id: channel.name,
      share: channel.share,
      entry: channel.entry,
      rates: channel.rates,
      lags: channel.lags.map(lagOf),
      dealSize: channel.dealSize,
      unitCost: channel.unitCost ?? null,
      fixedCostPerMonth: channel.fixedCostPerMonth ?? null,
      ...(channel.schedule ? { schedule: channel.schedule } : {}),
    })),
  }
}

function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length)
  for (const [i, value] of expected.entries()) {
    expect(Math.abs((actual[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value))
  }
}

describe.each(['web-only', 'three-channels', 'float-traps', 'scheduled'])('golden figures: %s', (name) => {
  const input = read(`${name}.input.json`) as GoldenInput
  const golden = read(`${name}.expected.json`) as Golden
  const figures = planFigures(scenarioOf(input))

  it('spreads the goals over the months', () => {
    expect(figures.goalByMonth).toEqual(golden.goalByMonth)
    expect(figures.marketingGoalByMonth).toEqual(golden.marketingGoalByMonth)
  })

  describe.each(golden.channels.map((channel, i) => ({ channel, i })))('$channel.name', ({ channel, i }) => {
    const own = figures.channels[i]
    const funnel = own?.funnel

    it('has its tree, its need before the year and its last useful month', () => {
      expect(own?.revenueByMonth).toEqual(channel.revenueByMonth)
      expect(own?.revenue).toBe(channel.revenue)
      expect(funnel?.stages).toEqual(channel.stages)
      expect(funnel?.annual).toEqual(channel.annual)
      expectClose(funnel?.annualExact ?? [], channel.annualExact)
      expect(funnel?.requiredBeforeYear).toEqual(channel.requiredBeforeYear)
      expect(funnel?.lastUsefulMonthIndex).toBe(channel.lastUsefulMonthIndex)
    })

    it('has its months, its cost and where it lands if the plan is kept', () => {
      expect(funnel?.monthly).toEqual(channel.monthly)
      expect(funnel?.costByMonth).toEqual(channel.costByMonth)
      expectClose(funnel?.ifKept.revenueByMonth ?? [], channel.ifKept.revenueByMonth)
      expectClose([funnel?.ifKept.revenue ?? Number.NaN], [channel.ifKept.revenue])
      expect(funnel?.uncovered).toEqual(channel.uncovered ?? null)
    })
  })
})
