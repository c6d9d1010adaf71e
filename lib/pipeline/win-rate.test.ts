import { describe, expect, it } from 'vitest'
import type { DealCell } from './deal'
import { cohortWinRateOf, winRateOf } from './win-rate'

const deal = (state: DealCell['state'], count: number, amount: number): DealCell => ({
  ...{ month: '2026-09', key: null, forecastCategory: null },
  ...{ isNew: true, isSourced: false, isInfluenced: false, unpriced: 0, state, count, amount },
})

describe('the win rate', () => {
  it('of 3 won of 900 and 5 lost of 600 is 37.5 % by count and 60 % by amount', () => {
    const rate = winRateOf([deal('won', 3, 900), deal('lost', 5, 600)])
    expect([rate.byCount, rate.byAmount]).toEqual([0.375, 0.6])
  })

  it('leaves out what is still open', () => {
    expect(winRateOf([deal('won', 1, 10), deal('open', 9, 90)]).byCount).toBe(1)
  })

  it('is undefined before anything is closed', () => {
    expect(winRateOf([deal('open', 2, 10)])).toMatchObject({ byCount: null, byAmount: null })
  })

  it('of a cohort says how much of it is settled: of 10 created 2 won, 4 lost and 4 are open', () => {
    const { byCount, settled, soFar, open } = cohortWinRateOf([
      deal('won', 2, 20),
      deal('lost', 4, 40),
      deal('open', 4, 40),
    ])
    expect([byCount, settled, soFar, open.count]).toEqual([2 / 6, 0.6, 0.2, 4])
  })
})
