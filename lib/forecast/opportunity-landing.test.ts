import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLedger, completed } from '#lib/plan-vs-actual/any-ledger'
import { type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { LANDING_CASES, landingOf } from './landing'
import { opportunityLandingOf } from './opportunity-landing'
import type { LedgerOpportunities, RecordedChannel, TeamCalibration } from './recorded'

const twelve = (value: number) => byMonth(...MONTHS.map(() => value))
const numbers = (...values: number[]) => MONTHS.map((month) => values[month] ?? 0)

/**
 * Fifty leads a month; 40 % of them become opportunities a month later, half of these are won a month after that at 100.
 * April and May are over and entered, June is running.
 */
const run = {
  ...{ teamId: 'team', channelId: 'web', stages: ['lead', 'opportunity', 'won'], rates: ['0.4', '0.5'] },
  ...{ lags: ['1', '1'], dealSize: 100, before: { lead: [50], opportunity: [20], won: [10] } },
}
const rows = [
  rowOf({ metric: 'revenue', plan: twelve(1000), actual: byMonth(1300, 1800, 999) }),
  rowOf({ metric: 'lead', plan: twelve(50), actual: byMonth(30, 40) }),
  rowOf({ metric: 'opportunity', plan: twelve(20), actual: byMonth(20, 12) }),
  rowOf({ metric: 'won', plan: twelve(10), actual: byMonth(13, 18) }),
]
const web: RecordedChannel = {
  ...{ teamId: 'team', channelId: 'web' },
  // Six of June's opportunities are there already; May's was won for 999, June's for 700.
  ...{ created: numbers(20, 12, 6), won: numbers(1300, 999, 700) },
  open: [
    { month: 4, category: 'A', count: 1, amount: 1000, unpriced: 0 },
    { month: 1, category: 'C', count: 2, amount: 500, unpriced: 1 },
  ],
}
/** A: 16 of 20 were won, C: 4 of 20; held by 20 units of the half that was won in all. */
const calibration: TeamCalibration = {
  ...{ teamId: 'team', closed: 40 },
  byCategory: [
    { category: 'A', won: 16, closed: 20, probability: 26 / 40 },
    { category: 'B', won: 0, closed: 0, probability: 0.5 },
    { category: 'C', won: 4, closed: 20, probability: 14 / 40 },
    { category: null, won: 0, closed: 0, probability: 0.5 },
  ],
}
const recorded = (given: Partial<LedgerOpportunities> = {}): LedgerOpportunities => ({
  ...{ channels: [web], calibrations: [calibration] },
  ...given,
})
const standing = { actualsThrough: 1, finishedThrough: 1, running: 2, runs: [run], rows }
const ledger = testLedger({ ...standing, opportunities: recorded() })
const channelIn = (given: Ledger) => opportunityLandingOf(given)?.channels[0]

describe('a channel lands by its opportunities', () => {
  it('on 3,100 actual, 700 won in June, 650 + 175 of what is open, and 85 wins of opportunities to come', () => {
    // June still brings 0.4 × May’s 40 − 6 = 10, then 20 a month; half are won a month later: 5 in July, 8 × 10 after it.
    expect(channelIn(ledger)).toMatchObject({ actual: 3100, won: 700, open: 825, flow: 8500, revenue: 13_125 })
  })
  it('in the months where it falls: what is overdue closes in the running one', () => {
    expect(channelIn(ledger)?.revenueByMonth).toEqual([
      ...[1300, 1800, 700 + 175, 500, 1000 + 650],
      ...[1000, 1000, 1000, 1000, 1000, 1000, 1000],
    ])
    expect(channelIn(ledger)).toMatchObject({ overdue: 2, opportunities: { count: 3, amount: 1500, unpriced: 1 } })
  })
  it('a blank month to the boundary takes what is recorded as won in it', () => {
    const blank = {
      ...ledger,
      rows: rows.map((row) => (row.metric === 'revenue' ? { ...row, actual: byMonth(1300) } : row)),
    }
    expect(channelIn(blank)).toMatchObject({ actual: 1300, won: 999 + 700 })
  })
  it('months that are over bring no opportunities any more, entered or not', () => {
    const july = { ...ledger, finishedThrough: 2, running: 3 }
    // From July on 20 a month: ten wins a month from August on.
    expect(channelIn(july)).toMatchObject({ actual: 3100, won: 700, flow: 8000 })
  })
  it('more opportunities in the running month than planned take nothing from the coming ones', () => {
    const many = { ...web, created: numbers(20, 12, 60) }
    expect(channelIn({ ...ledger, opportunities: recorded({ channels: [many] }) })?.flow).toBe(8000)
  })
  it('before its year: all of the plan is to come, and what is open is expected in it', () => {
    const next = {
      ...ledger,
      actualsThrough: -1,
      finishedThrough: -1,
      running: null,
      rows: rows.map((row) => ({ ...row, actual: byMonth() })),
    }
    const open = [{ month: 0, category: 'A' as const, count: 1, amount: 1000, unpriced: 0 }]
    const channel = { ...web, created: numbers(), won: numbers(), open }
    // April’s 20 come of March’s fifty leads; ten wins a month from May on.
    expect(channelIn({ ...next, opportunities: recorded({ channels: [channel] }) })).toMatchObject({
      open: 650,
      flow: 11_000,
    })
  })
  it('that enters at the opportunity brings its planned ones of the coming months', () => {
    const referral = { ...run, stages: ['opportunity', 'won'], rates: ['0.5'], lags: ['1'] }
    const own = { ...ledger, runs: [referral], rows: rows.filter(({ metric }) => metric !== 'lead') }
    expect(channelIn(own)?.flow).toBe((20 - 6 + 8 * 20) * 0.5 * 100)
  })
})

describe('ヨミ', () => {
  const few = { ...ledger, opportunities: recorded({ calibrations: [{ ...calibration, closed: 19 }] }) }
  it('of fewer than 20 closed gives way to the planned rate of a half, and says so', () => {
    expect(channelIn(few)).toMatchObject({ open: 750, isInsufficient: true, leftOut: 0 })
    expect(channelIn(ledger)).toMatchObject({ isInsufficient: false })
  })
  it('without a plan either, leaves the open ones out, and says how many', () => {
    expect(channelIn({ ...few, runs: [] })).toMatchObject({ actual: 3100, won: 700, open: 0, flow: 0, leftOut: 3 })
  })
})

describe('the year by its opportunities', () => {
  const expo = { ...run, channelId: 'expo' }
  const expoRows = rows.map((row) => ({ ...row, channelId: 'expo' }))
  const line = rowOf({
    line: 'existing',
    channelId: null,
    metric: 'revenue',
    plan: twelve(100),
    actual: byMonth(80, 120),
  })
  const whole = testLedger({
    ...standing,
    ...{ runs: [run, expo], rows: [...rows, ...expoRows, line], opportunities: recorded() },
  })
  it('adds channels without records at plan rates, and 既存 as everywhere', () => {
    const landing = opportunityLandingOf(whole)
    // Exhibitions: 3,100, then half of 12, of 16 and of 20 a month.
    expect(landing?.channels.map(({ revenue, isRecorded }) => [revenue, isRecorded])).toEqual([
      [13_125, true],
      [3100 + 600 + 800 + 8 * 1000, false],
    ])
    expect(landing?.existing).toBe(1200)
    expect(landing?.total).toBe(13_125 + 12_500 + 1200)
    expect(landing?.goal).toBe(12_000 + 12_000 + 1200)
  })
  it('also has a channel that only records know', () => {
    const mail = { ...web, channelId: 'mail', won: numbers(50, 60), open: [] }
    const landing = opportunityLandingOf({ ...whole, opportunities: recorded({ channels: [web, mail] }) })
    expect(landing?.channels.at(-1)).toMatchObject({ channelId: 'mail', revenue: 110, flow: 0 })
  })
  it('does not exist where nothing is recorded', () => {
    expect(opportunityLandingOf({ ...whole, opportunities: null })).toBeNull()
  })
})

const amount = fc.nat(1_000_000)
const category = fc.constantFrom('A' as const, 'B' as const, 'C' as const, null)
const anyChannel = (teamId: string, channelId: string): fc.Arbitrary<RecordedChannel> => {
  const months = fc.array(fc.nat(300), { minLength: 12, maxLength: 12 })
  const lot = fc.record({
    month: fc.nat(11),
    category,
    count: fc.integer({ min: 1, max: 9 }),
    amount,
    unpriced: fc.constant(0),
  })
  return fc.record({
    ...{ teamId: fc.constant(teamId), channelId: fc.constant(channelId), created: months, won: months },
    open: fc.array(lot, { maxLength: 4 }),
  })
}
/** Any ledger with records of some of its channels, standing where it stands or some months after its last entry. */
const recordedLedger: fc.Arbitrary<Ledger> = fc
  .record({
    any: anyLedger,
    channels: fc.tuple(anyChannel('a', 'web'), anyChannel('b', 'mail'), anyChannel('b', 'new')),
    closed: fc.nat(60),
    late: fc.nat(3),
  })
  .map(({ any, channels, closed, late }) => ({
    ...any,
    finishedThrough: Math.min(11, any.actualsThrough + late),
    opportunities: { channels, calibrations: ['a', 'b'].map((teamId) => ({ ...calibration, teamId, closed })) },
  }))

const withActual = (given: Ledger, metrics: readonly string[], value: number | null): Ledger => ({
  ...given,
  rows: given.rows.map((row) => (metrics.includes(row.metric) ? { ...row, actual: twelve(0).map(() => value) } : row)),
})
const close = (one: number, other: number) =>
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one), Math.abs(other)))

describe('in any year', () => {
  it('actual, won, open and flow add up to the channel, the channels and lines to the total, the months to the year', () => {
    fc.assert(
      fc.property(recordedLedger, (given) => {
        const landing = opportunityLandingOf(given)
        if (!landing) throw new Error('recorded')
        for (const { actual, won, open, flow, revenue } of landing.channels) close(actual + won + open + flow, revenue)
        close(landing.marketing + landing.existing + landing.salesSourced, landing.total)
        close(
          landing.byMonth.reduce((a, b) => a + b, 0),
          landing.total,
        )
      }),
    )
  })
  it('what is an opportunity already comes from records alone: entered opportunities and wins move no flow', () => {
    fc.assert(
      fc.property(recordedLedger, fc.nat(500), (given, value) => {
        const flows = (of: Ledger) =>
          opportunityLandingOf(of)
            ?.channels.filter((each) => each.isRecorded)
            .map(({ flow }) => flow)
        expect(flows(withActual(given, ['opportunity', 'won'], value))).toEqual(flows(given))
      }),
    )
  })
  it('an opportunity that is created in a coming month takes at most its own place in the flow, never less than none', () => {
    fc.assert(
      fc.property(recordedLedger, (given) => {
        const [first, ...others] = given.opportunities?.channels ?? []
        if (!first || !given.opportunities) return
        const flowWith = (created: readonly number[]) =>
          opportunityLandingOf({
            ...given,
            opportunities: {
              ...given.opportunities,
              channels: [{ ...first, created }, ...others],
            } as LedgerOpportunities,
          })?.channels.find(({ channelId, teamId }) => channelId === 'web' && teamId === 'a')?.flow ?? 0
        const [before, after, none] = [
          flowWith(first.created),
          flowWith(first.created.map((n) => n + 1)),
          flowWith(first.created.map(() => 1e9)),
        ]
        expect(after).toBeLessThanOrEqual(before)
        expect(none).toBe(0)
      }),
    )
  })
  it('that is over and complete, it is the actuals, like every other landing', () => {
    fc.assert(
      fc.property(recordedLedger, (given) => {
        const over = completed(given)
        // Channels that only records know have no row to be complete in.
        const known = (opportunities: LedgerOpportunities | null) =>
          opportunities && {
            ...opportunities,
            channels: opportunities.channels.filter(({ channelId }) => channelId !== 'new'),
          }
        const landing = opportunityLandingOf({ ...over, opportunities: known(over.opportunities) })
        close(landing?.total ?? Number.NaN, landingOf(over, LANDING_CASES.plan).total)
      }),
    )
  })
})
