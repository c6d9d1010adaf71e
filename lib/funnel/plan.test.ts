import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChannelFigures, planFigures, rememberedSteps } from './plan'
import type { ChannelPlan, Scenario } from './scenario'
import { DEFAULT_STAGES } from './stages'

const web: ChannelPlan = {
  id: 'web',
  share: '1',
  entry: 'visit',
  rates: ['0.009', '0.3', '0.4', '0.25'],
  lags: ['0', '0', '0', '0'],
  dealSize: 3_000_000,
  unitCost: null,
  fixedCostPerMonth: null,
}
const even: Scenario['spread'] = { kind: 'weights', weights: Array<string>(12).fill('1') }
const base: Scenario = {
  revenueGoal: 120_000_000,
  existing: 0,
  salesSourced: 0,
  spread: even,
  nextYearGrowth: '0',
  rounding: 'stage',
  stages: DEFAULT_STAGES,
  channels: [web],
}
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const only = (scenario: Scenario): ChannelFigures | undefined => planFigures(scenario).channels[0]

describe('the goal of each month', () => {
  it('takes explicit amounts as they stand', () => {
    const amounts = [5, 5, 5, 5, 10, 20, 10, 10, 10, 10, 10, 20].map((million) => million * 1_000_000)
    const { goalByMonth } = planFigures({ ...base, spread: { kind: 'amounts', amounts } })
    expect(goalByMonth).toEqual(amounts)
  })

  it('is 0 everywhere when existing and sales-sourced revenue reach the KGI', () => {
    const figures = planFigures({ ...base, existing: 100_000_000, salesSourced: 20_000_001 })
    expect(figures.marketingGoal).toBe(0)
    expect(figures.marketingGoalByMonth).toEqual(Array<number>(12).fill(0))
    expect(figures.channels[0]?.funnel?.annual).toEqual([0, 0, 0, 0, 0])
  })

  it('takes the yen that rounding takes below 0 from the largest month', () => {
    // 13 is 2 and eleven 1; 6, twice, is six 1: months 2 … 6 come to −1 each, months 7 … 12 to 1. Five of the six give.
    const figures = planFigures({ ...base, revenueGoal: 13, existing: 6, salesSourced: 6 })
    expect(figures.marketingGoalByMonth).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('still stands while the shares are being typed', () => {
    const halves: ChannelPlan[] = [
      { ...web, share: '0.5' },
      { ...web, id: 'b', share: '0.25' },
    ]
    const figures = planFigures({ ...base, revenueGoal: 1200, channels: halves })
    expect(figures.channels.map((channel) => channel.revenue)).toEqual([600, 300])
  })
})

describe('a channel', () => {
  it.each<[string, Partial<ChannelPlan>]>([
    ['a rate of 0', { rates: ['0.009', '0', '0.4', '0.25'] }],
    ['a rate above 100 %', { rates: ['0.009', '1.0001', '0.4', '0.25'] }],
    ['a missing rate', { rates: ['0.009', '', '0.4', '0.25'] }],
    ['a deal size of 0', { dealSize: 0 }],
    ['a curve that does not add up to 1', { lags: ['0', '0', ['0.5', '0.4'], '0'] }],
    ['an unknown entry', { entry: 'sql' }],
  ])('with %s has its revenue, no funnel, and leaves the others alone', (_, odd) => {
    const channels: ChannelPlan[] = [
      { ...web, ...odd, share: '0.5' },
      { ...web, id: 'b', share: '0.5' },
    ]
    const figures = planFigures({ ...base, channels })
    expect(figures.channels[0]).toMatchObject({ revenue: 60_000_000, funnel: null })
    expect(figures.channels[1]?.funnel?.annual).toEqual([74112, 667, 200, 80, 20])
  })

  it('that no revenue is wanted of has zeros and no last useful month', () => {
    const funnel = only({ ...base, channels: [{ ...web, share: '0', unitCost: { stage: 'lead', yen: 100 } }] })?.funnel
    expect(funnel?.monthly.visit).toEqual(Array<number>(12).fill(0))
    expect(funnel?.requiredBeforeYear).toEqual({ visit: 0, lead: 0, mql: 0, opportunity: 0, won: 0 })
    expect(funnel?.lastUsefulMonthIndex).toBeNull()
    expect(funnel?.lastUsefulByStage).toEqual({})
    expect(funnel?.ifKept.revenue).toBe(0)
    expect(funnel?.costByMonth).toEqual(Array<number>(12).fill(0))
  })

  it('may enter at won', () => {
    expect(only({ ...base, channels: [{ ...web, entry: 'won', rates: [], lags: [] }] })?.funnel?.annual).toEqual([40])
  })

  it('costs its unit cost at its stage and its fixed cost', () => {
    const costed = { ...web, unitCost: { stage: 'opportunity', yen: 1000 }, fixedCostPerMonth: 50 }
    expect(only({ ...base, channels: [costed] })?.funnel?.costByMonth?.slice(0, 3)).toEqual([14050, 13050, 13050])
  })
})

describe('months after the year', () => {
  // One yen a deal, one win a yen, three months of lag: month 9 works for the first month of next year.
  const lagged: ChannelPlan = { ...web, entry: 'opportunity', rates: ['1'], lags: ['3'], dealSize: 1 }
  const opportunities = (scenario: Partial<Scenario>, channel: Partial<ChannelPlan> = {}) =>
    only({ ...base, revenueGoal: 1200, ...scenario, channels: [{ ...lagged, ...channel }] })?.funnel?.monthly
      .opportunity

  it('are the same months of this year and the growth', () => {
    expect(opportunities({ nextYearGrowth: '0.5' })?.slice(8)).toEqual([100, 150, 150, 150])
  })

  it('grow year upon year', () => {
    expect(opportunities({ nextYearGrowth: '0.5' }, { lags: ['15'] })).toEqual([
      150, 150, 150, 150, 150, 150, 150, 150, 150, 225, 225, 225,
    ])
  })

  it('are those of next year’s plan where there is one, and grow from it', () => {
    const revenueNextYear = [70, 80, 90, 100, 100, 100, 100, 100, 100, 100, 100, 100]
    expect(opportunities({ nextYearGrowth: '0.5' }, { revenueNextYear })?.slice(8)).toEqual([100, 70, 80, 90])
    expect(opportunities({ nextYearGrowth: '0.5' }, { revenueNextYear, lags: ['15'] })?.slice(8)).toEqual([
      100, 105, 120, 135,
    ])
  })
})

describe('remembered steps', () => {
  const two: ChannelPlan[] = [
    { ...web, share: '0.5' },
    { ...web, id: 'b', share: '0.5' },
  ]

  it('keep what did not change, as the same objects, and compute what did', () => {
    const steps = rememberedSteps()
    const before = planFigures({ ...base, channels: two }, steps)
    const faster = { ...web, share: '0.5', rates: ['0.018', '0.3', '0.4', '0.25'] }
    const after = planFigures({ ...base, channels: [faster, { ...web, id: 'b', share: '0.5' }] }, steps)
    expect(after.goalByMonth).toBe(before.goalByMonth)
    expect(after.channels[1]).toBe(before.channels[1])
    expect(after.channels[0]?.funnel?.annual).toEqual([37056, 667, 200, 80, 20])
  })

  it('compute every channel anew when the goal changes', () => {
    const steps = rememberedSteps()
    const before = planFigures({ ...base, channels: two }, steps)
    const after = planFigures({ ...base, revenueGoal: 2 * base.revenueGoal, channels: two }, steps)
    expect(after.channels[1]?.revenue).toBe(2 * (before.channels[1]?.revenue ?? 0))
    expect(after.channels[1]?.funnel?.annual).not.toEqual(before.channels[1]?.funnel?.annual)
  })
})

// Small enough that every count of these plans is a number that JavaScript adds exactly.
const amount = fc.integer({ min: 0, max: 10 ** 9 })
const weights = fc.array(fc.integer({ min: 0, max: 1000 }).map(String), { minLength: 12, maxLength: 12 })
const permille = fc.integer({ min: 10, max: 1000 }).map((rate) => (rate / 1000).toFixed(3))
const lag = fc.integer({ min: 0, max: 80 }).map((tenths) => (tenths / 10).toFixed(1))
const anyChannel = fc.record({
  rates: fc.array(permille, { minLength: 3, maxLength: 3 }),
  lags: fc.array(lag, { minLength: 3, maxLength: 3 }),
  dealSize: fc.integer({ min: 1, max: 10 ** 8 }),
})
const anyScenario = fc
  .record({
    revenueGoal: amount,
    existing: amount,
    salesSourced: amount,
    weights,
    growth: fc.integer({ min: -99, max: 200 }).map((percent) => (percent / 100).toFixed(2)),
    rounding: fc.constantFrom('stage' as const, 'exact' as const),
    cuts: fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })),
    channels: fc.tuple(anyChannel, anyChannel, anyChannel),
  })
  .map(({ cuts, channels, weights, growth, ...rest }): Scenario => {
    const [low, high] = [Math.min(...cuts), Math.max(...cuts)]
    const shares = [low, high - low, 1000 - high].map((share) => (share / 1000).toFixed(3))
    return {
      ...base,
      ...rest,
      nextYearGrowth: growth,
      spread: { kind: 'weights', weights },
      channels: channels.map((own, i) => ({ ...web, ...own, id: `${i}`, entry: 'lead', share: shares[i] ?? '0' })),
    }
  })

describe('any plan', () => {
  it('adds up: months to the year, lines to the goal, channels to each month', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const figures = planFigures(scenario)
        expect(sum(figures.goalByMonth)).toBe(scenario.revenueGoal)
        expect(sum(figures.marketingGoalByMonth)).toBe(figures.marketingGoal)
        expect(Math.min(...figures.marketingGoalByMonth)).toBeGreaterThanOrEqual(0)
        for (const [month, goal] of figures.marketingGoalByMonth.entries()) {
          expect(sum(figures.channels.map((channel) => channel.revenueByMonth[month] ?? 0))).toBe(goal)
        }
      }),
    )
  })

  it('asks for at least the unrounded chain, and never less upstream than downstream', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        for (const { funnel } of planFigures(scenario).channels) {
          if (!funnel) throw new Error('every channel here has a funnel')
          for (const [i, count] of funnel.annual.entries()) {
            expect(count).toBeGreaterThanOrEqual((funnel.annualExact[i] ?? 0) * (1 - 1e-12))
            expect(count).toBeGreaterThanOrEqual(funnel.annual[i + 1] ?? 0)
          }
        }
      }),
    )
  })

  it('without lag does in the year exactly what the tree asks for', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const channels = scenario.channels.map((channel) => ({ ...channel, lags: ['0', '0', '0'] }))
        for (const { funnel } of planFigures({ ...scenario, channels }).channels) {
          expect(Object.values(funnel?.monthly ?? {}).map(sum)).toEqual(funnel?.annual)
          expect(sum(Object.values(funnel?.requiredBeforeYear ?? {}))).toBe(0)
        }
      }),
    )
  })

  it('with whole lags and nothing to round, run forward, returns each month’s goal', () => {
    const wholeLag = fc.integer({ min: 0, max: 9 }).map(String)
    const evenRate = fc.constantFrom('1', '0.5', '0.25', '0.2', '0.1', '0.01')
    const three = { minLength: 3, maxLength: 3 }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 7 }),
        weights,
        fc.array(evenRate, three),
        fc.array(wholeLag, three),
        fc.constantFrom('0', '1'),
        (revenueGoal, own, rates, lags, nextYearGrowth) => {
          const channel: ChannelPlan = { ...web, entry: 'lead', rates, lags, dealSize: 1 }
          const spread = { kind: 'weights' as const, weights: own }
          const figures = only({ ...base, revenueGoal, spread, nextYearGrowth, channels: [channel] })
          const kept = figures?.funnel?.ifKept.revenueByMonth ?? []
          for (const [month, goal] of (figures?.revenueByMonth ?? [0]).entries()) {
            expect(kept[month]).toBeCloseTo(goal, 5)
          }
        },
      ),
    )
  })
})
