import { describe, expect, it } from 'vitest'
import { spreadOf } from './days'

describe('durations', () => {
  it('of 10, 20, 30, 40 and 50 days: mean 30, p10 14, p50 30, p90 46', () => {
    const durations = [50, 10, 30, 20, 40].map((days) => ({ days, count: 1 }))
    const { count, mean, p10, p50, p90 } = spreadOf(durations)
    expect([count, mean, p50]).toEqual([5, 30, 30])
    expect(p10).toBeCloseTo(14, 9)
    expect(p90).toBeCloseTo(46, 9)
  })

  it('count as often as they occurred: 3 × 10 and 1 × 50 have a median of 10 and a mean of 20', () => {
    expect(
      spreadOf([
        { days: 10, count: 3 },
        { days: 50, count: 1 },
      ]),
    ).toMatchObject({ count: 4, mean: 20, p50: 10 })
  })

  it('of nothing are undefined, not 0', () => {
    expect(spreadOf([])).toEqual({ count: 0, mean: null, p10: null, p50: null, p90: null })
    expect(spreadOf([{ days: 7, count: 1 }])).toEqual({ count: 1, mean: 7, p10: 7, p50: 7, p90: 7 })
  })
})
