import { describe, expect, it } from 'vitest'
import { velocityOf } from './velocity'

describe('pipeline velocity', () => {
  it('of 40 opportunities at £25,000, a win rate of 25 % and 90 days is £2,777.78 a day', () => {
    const pence = velocityOf({ opportunities: 40, winRate: 0.25, dealSize: 2_500_000, cycleDays: 90 })
    expect(Math.round(pence ?? 0)).toBe(277_778)
  })

  it('is 0 without an open opportunity, and undefined without history', () => {
    expect(velocityOf({ opportunities: 0, winRate: 0.25, dealSize: 100, cycleDays: 90 })).toBe(0)
    expect(velocityOf({ opportunities: 40, winRate: null, dealSize: null, cycleDays: null })).toBeNull()
    expect(velocityOf({ opportunities: 40, winRate: 0.5, dealSize: 100, cycleDays: 0 })).toBeNull()
  })
})
