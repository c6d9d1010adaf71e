import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLedger, completed } from '#lib/plan-vs-actual/any-ledger'
import { MONTHS } from '#lib/plan-vs-actual/ledger'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { LANDING_CASES, landingOf } from './landing'

const { plan, observed, observedPace } = LANDING_CASES
const twelve = (value: number) => byMonth(...MONTHS.map(() => value))

/** Fifty leads a month, half of them won a month later at 100 each; 20 leads came in March; April and May are over. */
const run = {
  ...{ teamId: 'team', channelId: 'web', stages: ['lead', 'won'], rates: ['0.5'], lags: ['1'], dealSize: 100 },
  before: { lead: [...Array<null>(12).fill(null), 20], won: Array<null>(13).fill(null) },
}
const rows = [
  rowOf({ metric: 'revenue', plan: twelve(2500), actual: byMonth(1300, 1800, 999) }),
  rowOf({ metric: 'lead', plan: twelve(50), actual: byMonth(30, 40, 7) }),
  rowOf({ metric: 'won', plan: twelve(25), actual: byMonth(12, 18) }),
]
const ledger = testLedger({ actualsThrough: 1, finishedThrough: 1, running: 2, runs: [run], rows })
const blanked = (metric: string, month: number) => ({
  ...ledger,
  rows: rows.map((row) =>
    row.metric === metric ? { ...row, actual: row.actual.map((v, m) => (m === month ? null : v)) } : row,
  ),
})

describe('a channel lands', () => {
  it('at plan rates: 1,300 + 1,800, then half of May’s 40 leads, then half of fifty a month', () => {
    const landing = landingOf(ledger, plan)
    expect(landing.channels[0]).toMatchObject({ won: [12, 18, 20, 25, 25, 25, 25, 25, 25, 25, 25, 25], rates: [0.5] })
    expect(landing.marketing).toBe(1300 + 1800 + 2000 + 9 * 2500)
  })
  it('at observed rates: 30 of 50 due, held by 20 at a half: 4/7; 3,100 for 30 deals, held by 5 at 100', () => {
    const [channel] = landingOf(ledger, observed).channels
    expect(channel?.rates).toEqual([40 / 70])
    expect(channel?.dealSize).toBe(3600 / 35)
    expect(channel?.isInsufficient).toEqual([false])
    expect(channel?.won[2]).toBeCloseTo((40 * 4) / 7, 12)
  })
  it('with planned rates where too little was due, or more came than was due', () => {
    const few = { ...ledger, actualsThrough: 0, runs: [{ ...run, before: { ...run.before, lead: [19] } }] }
    expect(landingOf(few, observed).channels[0]).toMatchObject({ rates: [0.5], isInsufficient: [true] })
    const many = { ...ledger, rows: rows.map((r) => (r.metric === 'won' ? { ...r, actual: byMonth(40, 20) } : r)) }
    expect(landingOf(many, observed).channels[0]).toMatchObject({ rates: [0.5], isInsufficient: [true] })
  })
  it('a month that looks back on a blank gives no observed rate: May’s 18 of 30 alone stand', () => {
    const unknown = { ...ledger, runs: [{ ...run, before: { lead: [], won: [] } }] }
    expect(landingOf(unknown, observed).channels[0]?.rates).toEqual([28 / 50])
  })
  it('at actual pace: 70 leads for 100 planned, so 35 a month from June on', () => {
    const [channel] = landingOf(ledger, { rates: 'plan', pace: 'actual' }).channels
    expect(channel?.paceFactor).toBe(0.7)
    expect(channel?.won.slice(2)).toEqual([20, 17.5, 17.5, 17.5, 17.5, 17.5, 17.5, 17.5, 17.5, 17.5])
    expect(landingOf(ledger, observedPace).channels[0]?.rates).toEqual([40 / 70])
  })
  it('takes the plan’s pace where nothing was planned in those months', () => {
    const idle = { ...ledger, rows: rows.map((r) => (r.metric === 'lead' ? { ...r, plan: byMonth(0, 0, 50) } : r)) }
    expect(landingOf(idle, { rates: 'plan', pace: 'actual' }).channels[0]).toMatchObject({ paceFactor: null })
    expect(landingOf(idle, { rates: 'plan', pace: 'actual' }).channels[0]?.won[3]).toBe(25)
  })
})

describe('a blank month to the boundary is forecast and marked', () => {
  const cell = { teamId: 'team', line: 'channel', channelId: 'web' }
  it('revenue: won × deal size', () => {
    const landing = landingOf(blanked('revenue', 1), plan)
    expect(landing.marketingByMonth[1]).toBe(1800)
    expect(landing.estimated).toEqual([{ ...cell, metric: 'revenue', month: 1 }])
  })
  it('a count: what flows down to it, and on from it', () => {
    const landing = landingOf(blanked('won', 1), plan)
    expect(landing.channels[0]?.won[1]).toBe(15)
    expect(landingOf(blanked('lead', 1), plan).channels[0]?.won[2]).toBe(25)
    expect(landing.estimated).toEqual([{ ...cell, metric: 'won', month: 1 }])
  })
  it('a blank before the year is no flow', () => {
    const unknown = { ...blanked('won', 0), runs: [{ ...run, before: { lead: [], won: [] } }] }
    expect(landingOf(unknown, plan).channels[0]?.won[0]).toBe(0)
  })
})

describe('the lines and the KGI', () => {
  const line = (line: 'existing' | 'salesSourced', teamId: string, actual: (number | null)[]) =>
    rowOf({ line, teamId, channelId: null, metric: 'revenue', plan: twelve(100), actual: byMonth(...actual) })
  const lines = [line('existing', 'team', [80, null, 500]), line('salesSourced', 'team', [120, 130])]
  const whole = { ...ledger, rows: [...rows, ...lines] }
  const set = (teamId: string, monthIndex: number, amount: number) => {
    const month = '2026-07' as const
    return { teamId, month, monthIndex, line: 'existing', amount, reason: '', by: '', at: '' } as const
  }
  it('land on their actuals and then their plan; a blank month is the plan’s, marked; later entries wait', () => {
    const landing = landingOf(whole, plan)
    expect(landing.existing).toBe(80 + 11 * 100)
    expect(landing.salesSourced).toBe(120 + 130 + 10 * 100)
    expect(landing.estimated).toEqual([
      { teamId: 'team', line: 'existing', channelId: null, metric: 'revenue', month: 1 },
    ])
  })
  it('the KGI’s landing is the three together, and 見込達成率 is of the whole plan', () => {
    const landing = landingOf(whole, plan)
    expect(landing.total).toBe(27_600 + 1180 + 1250)
    expect(landing.goal).toBe(30_000 + 1200 + 1200)
    expect(landing.attainment).toBe(30_030 / 32_400)
  })
  it('what somebody set for a coming month stands instead of its plan, and never instead of an actual', () => {
    const landing = landingOf({ ...whole, landingOverrides: [set('team', 3, 40), set('team', 0, 7)] }, plan)
    expect(landing.existingByMonth.slice(0, 5)).toEqual([80, 100, 100, 40, 100])
  })
  it('set for the company, it replaces the sum of its teams', () => {
    const teams = [line('existing', 'a', [10]), line('existing', 'b', [20]), line('existing', 'root', [0])]
    const company = testLedger({
      actualsThrough: 0,
      wholeOf: 'root',
      rows: teams,
      landingOverrides: [set('root', 3, 40)],
    })
    expect(landingOf(company, plan).existingByMonth.slice(0, 4)).toEqual([30, 300, 300, 40])
  })
  it('a channel without a plan lands on its actuals, and what no team took on nothing', () => {
    const others = [
      rowOf({ channelId: 'mail', metric: 'revenue', actual: byMonth(50, null, 70) }),
      rowOf({ line: 'unallocated', channelId: null, metric: 'revenue', plan: twelve(10), actual: byMonth(0, 0) }),
    ]
    expect(landingOf({ ...ledger, rows: [...rows, ...others] }, plan).marketing).toBe(27_600 + 50)
  })
})

it('when the year is over and no cell is blank, the landing is the actuals', () => {
  fc.assert(
    fc.property(anyLedger, fc.constantFrom(plan, observed, observedPace), (any, wanted) => {
      const over = completed(any)
      const actual = revenueRows(over)
        .filter((row) => row.line !== 'unallocated')
        .reduce((all, row) => row.actual.reduce<number>((sum, value) => sum + (value ?? 0), all), 0)
      expect(landingOf(over, wanted).total).toBe(actual)
      expect(landingOf(over, wanted).estimated).toEqual([])
    }),
  )
})
