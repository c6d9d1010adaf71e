import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { headlineOf } from './headline'

const existing = rowOf({
  ...{ line: 'existing', channelId: null, metric: 'revenue' },
  plan: byMonth(...Array<number>(12).fill(100)),
  actual: byMonth(130, null, 120),
})

describe('the landing of the strip', () => {
  it('is actual to the boundary, then the plan, with its projected attainment and verdict', () => {
    const headline = headlineOf(testLedger({ rows: [existing], actualsThrough: 2 }))
    // 130 + 100 (blank) + 120 + 9 × 100, of 1,200.
    expect(headline?.observed).toEqual({ total: 1250, attainment: 1250 / 1200, verdict: 'good' })
    expect(headline?.estimated).toBe(1)
  })
  it('does not exist without a plan', () => {
    expect(headlineOf(testLedger({ rows: [rowOf({ actual: byMonth(1) })] }))).toBeNull()
  })
})
