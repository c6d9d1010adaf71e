import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelFunnel } from './channel'
import type { ChannelPlan } from './scenario'
import { DEFAULT_STAGES } from './stages'

/** One opportunity in ten is won a month later; a deal is 100. */
const fair: ChannelPlan = {
  id: 'fair',
  share: '1',
  entry: 'opportunity',
  rates: ['0.1'],
  lags: ['1'],
  dealSize: 100,
  unitCost: { stage: 'opportunity', yen: 5 },
  fixedCostPerMonth: 7,
}
const options = { stages: DEFAULT_STAGES, rounding: 'stage', nextYearGrowth: '0' } as const
const even = Array<number>(12).fill(100)
const zeros = Array<number>(12).fill(0)
const inMonth = (month: number, value: number) => zeros.map((none, i) => (i === month ? value : none))
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

describe('a scheduled channel', () => {
  const scheduled = { ...fair, schedule: inMonth(0, 20) }

  it('does what its calendar says, and its wins flow from that and from the pipeline before the year', () => {
    // The goal asks 10 opportunities a month; the ten of the last month before the year are won in the first.
    const funnel = channelFunnel(scheduled, even, options)
    expect(funnel?.annual).toEqual([120, 12])
    expect(funnel?.monthly).toEqual({ opportunity: inMonth(0, 20), won: [1, 2, ...zeros.slice(2)] })
    expect(funnel?.ifKept).toEqual({ revenueByMonth: [100, 200, ...zeros.slice(2)], revenue: 300 })
    expect(funnel?.requiredBeforeYear).toEqual({ opportunity: 10, won: 0 })
  })

  it('names what no campaign brings, and its worth at plan rates', () => {
    expect(channelFunnel(scheduled, even, options)?.uncovered).toEqual({ count: 100, yen: 1000 })
    expect(channelFunnel({ ...fair, schedule: inMonth(3, 121) }, even, options)?.uncovered).toEqual({
      count: 0,
      yen: 0,
    })
    expect(channelFunnel(fair, even, options)?.uncovered).toBeNull()
  })

  it('costs the budgets of its campaigns; without any, its unit cost and its fixed cost', () => {
    const budgetByMonth = inMonth(0, 9000)
    expect(channelFunnel({ ...scheduled, budgetByMonth }, even, options)?.costByMonth).toEqual(budgetByMonth)
    expect(channelFunnel({ ...scheduled, budgetByMonth: null }, even, options)?.costByMonth).toEqual([
      107,
      ...Array<number>(11).fill(7),
    ])
  })

  it('that no revenue is wanted of still does what it plans', () => {
    const funnel = channelFunnel(scheduled, zeros, options)
    expect(funnel?.monthly).toEqual({ opportunity: inMonth(0, 20), won: inMonth(1, 2) })
    expect(funnel?.uncovered).toEqual({ count: 0, yen: 0 })
  })

  it('ignores an uplift: its campaigns are what can be changed', () => {
    const funnel = channelFunnel({ ...scheduled, entryUplift: '1' }, even, options)
    expect(funnel?.monthly.opportunity).toEqual(inMonth(0, 20))
    expect(funnel?.uplift).toBeNull()
  })
})

describe('the uplift of the entry stage', () => {
  /** All is wanted in the last month; half of the work is won a month later; last year wanted half of it. */
  const late: ChannelPlan = { ...fair, rates: ['1'], lags: ['0.5'], dealSize: 1, unitCost: null }
  const doubling = { ...options, nextYearGrowth: '1' }

  it('is what is missing ÷ what the work of the year brings within it, rounded up to 0.01 %', () => {
    // 600 + 600 are done, 900 of them won by March, 150 come from before: 150 ÷ 900 are missing.
    const funnel = channelFunnel(late, inMonth(11, 1200), doubling)
    expect(funnel?.monthly.opportunity).toEqual([...zeros.slice(2), 600, 600])
    expect(funnel?.ifKept.revenue).toBe(1050)
    expect(funnel?.uplift).toBe('0.1667')
  })

  it('raises the entry work by cumulative ceiling and leaves the later stages at what the goal asks', () => {
    const funnel = channelFunnel({ ...late, entryUplift: '0.1667' }, inMonth(11, 1200), doubling)
    expect(funnel?.monthly).toEqual({ opportunity: [...zeros.slice(2), 701, 700], won: inMonth(11, 1200) })
    expect(funnel?.ifKept.revenue).toBe(1201)
    expect(funnel?.uplift).toBe('0.1667')
  })

  it('is none where the plan closes by itself', () => {
    expect(channelFunnel(fair, even, options)?.uplift).toBeNull()
    expect(channelFunnel(fair, zeros, options)?.uplift).toBeNull()
  })

  it('is none where even twice the work would not close the year', () => {
    // 1,146 of 1,200 are won in the year, only 12 of them by its own work: 54 more would need 450 %.
    const funnel = channelFunnel({ ...late, lags: ['11.9'] }, inMonth(11, 1200), doubling)
    expect(funnel?.ifKept.revenue).toBe(1146)
    expect(funnel?.uplift).toBeNull()
  })
})

const three = { minLength: 3, maxLength: 3 }
const permille = fc.integer({ min: 10, max: 1000 }).map((rate) => (rate / 1000).toFixed(3))
const anyLag = fc.integer({ min: 0, max: 60 }).map((tenths) => (tenths / 10).toFixed(1))
const months = fc.array(fc.integer({ min: 0, max: 10 ** 6 }), { minLength: 12, maxLength: 12 })
const growth = fc.integer({ min: -60, max: 100 }).map((percent) => (percent / 100).toFixed(2))
const leadChannel = { ...fair, entry: 'lead', dealSize: 700, unitCost: null }

describe('any channel', () => {
  it('with its uplift closes the year, and had not without', () => {
    fc.assert(
      fc.property(months, fc.array(permille, three), fc.array(anyLag, three), growth, (goals, rates, lags, grown) => {
        const channel: ChannelPlan = { ...leadChannel, rates, lags }
        const before = channelFunnel(channel, goals, { ...options, nextYearGrowth: grown })
        if (!before?.uplift) return
        const after = channelFunnel({ ...channel, entryUplift: before.uplift }, goals, {
          ...options,
          nextYearGrowth: grown,
        })
        expect(before.ifKept.revenue).toBeLessThan(sum(goals))
        expect(after?.ifKept.revenue).toBeGreaterThanOrEqual(sum(goals))
        expect(after?.uplift).toBe(before.uplift)
      }),
    )
  })

  it('with whole lags and nothing to round, scheduled as the goal asks, does and lands as by demand', () => {
    const whole = fc.integer({ min: 0, max: 6 }).map(String)
    const evenRate = fc.constantFrom('1', '0.5', '0.25', '0.2', '0.1')
    fc.assert(
      fc.property(months, fc.array(evenRate, three), fc.array(whole, three), (goals, rates, lags) => {
        const channel: ChannelPlan = { ...leadChannel, rates, lags, dealSize: 1 }
        const asked = channelFunnel(channel, goals, options)
        const planned = channelFunnel({ ...channel, schedule: asked?.monthly.lead ?? [] }, goals, options)
        expect(planned?.monthly).toEqual(asked?.monthly)
        expect(planned?.ifKept.revenueByMonth).toEqual(goals)
        expect(planned?.uncovered).toEqual({ count: 0, yen: 0 })
      }),
    )
  })

  it('scheduled, rounds each stage up once over the months', () => {
    const schedule = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(months, schedule, fc.array(permille, three), fc.array(anyLag, three), (goals, own, rates, lags) => {
        const funnel = channelFunnel({ ...leadChannel, rates, lags, schedule: own }, goals, options)
        const won = (funnel?.ifKept.revenue ?? Number.NaN) / leadChannel.dealSize
        expect(sum(funnel?.monthly.won ?? [])).toBeGreaterThanOrEqual(won - 1e-6)
        expect(sum(funnel?.monthly.won ?? [])).toBeLessThan(won + 1 + 1e-6)
        expect(Math.min(...(funnel?.monthly.won ?? [-1]))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
