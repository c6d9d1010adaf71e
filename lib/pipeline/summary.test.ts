import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import type { DealCell } from './deal'
import { coverageByPeriod, historyBefore, openingPeriod, paceOf, undatedOf } from './summary'

const deal = (month: DealCell['month'], amount: number, given: Partial<DealCell> = {}): DealCell => ({
  ...{ month, amount, state: 'open', key: null, forecastCategory: null },
  ...{ isNew: true, isSourced: false, isInfluenced: false, count: 1, unpriced: 0 },
  ...given,
})

// October is running. Goal 10 a month; October has 4 so far.
const LEDGER = testLedger({
  rows: [
    rowOf({
      ...{ metric: 'revenue', plan: byMonth(...Array<number>(12).fill(10)) },
      actual: byMonth(10, 10, 10, 10, 10, 10, 4),
    }),
  ],
})
const OPEN = [deal('2026-09', 50), deal('2026-10', 20), deal('2026-12', 32), deal('2027-02', 8), deal(null, 99)]

describe('coverage by period', () => {
  const rows = coverageByPeriod(LEDGER, OPEN, 0.5)

  it('stands for the quarters that are not over, and for the year', () => {
    expect(rows.map(({ period, goal, booked, remaining }) => [period.key, goal, booked, remaining])).toEqual([
      ['q3', 30, 4, 26],
      ['q4', 30, 0, 30],
      ['year', 120, 64, 56],
    ])
  })

  it('counts what is expected to close in it: 52 cover 26 twice, 8 do not cover 30', () => {
    expect(rows.map(({ open, coverage, isCovered }) => [open.amount, coverage, isCovered])).toEqual([
      [52, 2, true],
      [8, 8 / 30, false],
      [60, 60 / 56, false],
    ])
  })

  it('leaves out what is overdue or has no date, and says how much that is', () => {
    const { overdue, none, running } = undatedOf(OPEN, '2026-10-05')
    expect([running, overdue.amount, none.amount]).toEqual(['2026-10', 50, 99])
  })
})

describe('pace', () => {
  it('takes rate, size and days from the twelve months before: 5 × 50 % × 30 ÷ 20 days is 3.75 a day', () => {
    const history = [deal('2026-08', 60, { state: 'won', count: 2 }), deal('2026-08', 40, { state: 'lost', count: 2 })]
    const pace = paceOf(OPEN, history, [
      { days: 10, count: 1 },
      { days: 30, count: 1 },
    ])
    expect(pace).toMatchObject({ opportunities: 5, winRate: 0.5, dealSize: 30, cycleDays: 20, velocity: 3.75 })
  })

  it('leaves deals without an amount out of the deal size, not out of the win rate', () => {
    const history = [deal('2026-08', 60, { state: 'won', count: 3, unpriced: 1 })]
    expect(paceOf([], history, [])).toMatchObject({ winRate: 1, dealSize: 30, cycleDays: null, velocity: null })
  })
})

describe('periods', () => {
  it('history is the twelve finished months before today', () => {
    expect(historyBefore('2026-10-05')).toEqual({ from: '2025-10', to: '2026-09' })
  })

  it('this year opens with the running quarter, another year whole', () => {
    expect(openingPeriod({ running: 6 })).toBe('q3')
    expect(openingPeriod({ running: null })).toBe('year')
  })
})
