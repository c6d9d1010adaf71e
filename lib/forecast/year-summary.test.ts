import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { yearSummary } from './year-summary'

const revenue = { metric: 'revenue', plan: byMonth(100, 100, 100) } as const
const existing = rowOf({ ...revenue, line: 'existing', channelId: null, actual: byMonth(90, 110) })
const web = rowOf({ ...revenue, actual: byMonth(50, 40) })
const noEntry = rowOf({ line: 'salesSourced', channelId: null, metric: 'revenue' })

describe('the summary of a year', () => {
  const summary = yearSummary(testLedger({ rows: [existing, web, noEntry], actualsThrough: 1 }))

  it('compares all revenue and each line, to date', () => {
    // 90 + 110 + 50 + 40 beside 2 × 100 + 2 × 100; 50 + 40 beside 2 × 100.
    expect(summary.revenue).toMatchObject({ actual: 290, attainment: 290 / 400, plan: 600 })
    expect(summary.lines.marketing).toMatchObject({ actual: 90, attainment: 90 / 200, plan: 300 })
    expect(summary.headline?.goal).toBe(600)
  })
  it('names the lines that have a plan or an entry', () => {
    expect(summary.ownLines).toEqual(['marketing', 'existing'])
    expect([summary.hasFigures, summary.isPlanned]).toEqual([true, true])
  })
  it('of a year without plan and entry says so', () => {
    expect(yearSummary(testLedger({ rows: [noEntry] }))).toMatchObject({ hasFigures: false, isPlanned: false })
  })
})
