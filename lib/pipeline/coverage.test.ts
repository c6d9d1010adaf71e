import { describe, expect, it } from 'vitest'
import { coverageOf } from './coverage'

describe('coverage', () => {
  it('of 90 open against 30 that remain is 3 times, where a win rate of 25 % needs 4 times: 30 are missing', () => {
    expect(coverageOf({ goal: 100, booked: 70, openAmount: 90, winRate: 0.25 })).toEqual({
      ...{ remaining: 30, coverage: 3, needed: 4, shortfall: 30, isCovered: false },
    })
  })

  it('is enough from exactly the needed multiple on', () => {
    expect(coverageOf({ goal: 100, booked: 70, openAmount: 120, winRate: 0.25 })).toMatchObject({
      ...{ coverage: 4, shortfall: 0, isCovered: true },
    })
  })

  it('has nothing left to cover once the goal is booked', () => {
    expect(coverageOf({ goal: 100, booked: 130, openAmount: 0, winRate: null })).toEqual({
      ...{ remaining: 0, coverage: null, needed: null, shortfall: null, isCovered: true },
    })
  })

  it('is not judged without a goal, nor without a win rate', () => {
    expect(coverageOf({ goal: null, booked: 0, openAmount: 50, winRate: 0.5 }).isCovered).toBeNull()
    expect(coverageOf({ goal: 100, booked: 0, openAmount: 50, winRate: null }).isCovered).toBeNull()
    expect(coverageOf({ goal: 100, booked: 0, openAmount: 50, winRate: 0 })).toMatchObject({
      coverage: 0.5,
      needed: null,
    })
  })
})
