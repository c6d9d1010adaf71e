import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { cohortRate, ripenessOf, ripenessOfRuns, ripenessOfSeveral } from './ripeness'

/** A lag of 1.5 months: half after one month, half after two. */
const LAG = [0, 0.5, 0.5]

describe('ripeness', () => {
  it('is the share of a month’s people whose lag is over at the boundary', () => {
    expect([1, 2, 3, 4, 5, 6].map((month) => ripenessOf(LAG, month, 5))).toEqual([1, 1, 1, 0.5, 0, 0])
  })
  it('months before the year are older still', () => expect(ripenessOf(LAG, -2, 0)).toBe(1))
  it('of several months is weighted by their people: 30 of 40 ripe, 40 half ripe', () => {
    expect(
      ripenessOfSeveral(
        LAG,
        [
          { month: 3, count: 30 },
          { month: 4, count: 10 },
          { month: 4, count: 40 },
        ],
        5,
      ),
    ).toBe((30 + 25) / 80)
  })
  it('of nobody is unknown', () => expect(ripenessOfSeveral(LAG, [], 5)).toBeNull())
})

it('of several channels is weighted by their people too: 40 ripe to the half, 60 ripe', () => {
  const run = (channelId: string, lag: string) => ({
    ...{ teamId: 'team', channelId, stages: ['lead', 'won'], rates: ['0.5'], lags: [lag], dealSize: 100, before: {} },
  })
  const ledger = testLedger({
    rows: [
      rowOf({ actual: byMonth(0, 0, 0, 0, 40) }),
      rowOf({ channelId: 'expo', actual: byMonth(0, 0, 0, 0, 60, 0, 9) }),
    ],
  })
  expect(ripenessOfRuns([run('web', '1.5'), run('expo', '0')], 'won', [4, 5], ledger)).toBe(0.8)
  expect(ripenessOfRuns([run('web', '1.5')], 'won', [5], ledger)).toBeNull()
})

describe('a cohort’s rate', () => {
  it('unripe: 12 of 200 so far, 60 % ripe, a tenth expected of the rest: 12 + 8 = 20 of 200', () => {
    expect(cohortRate({ y: 12, n: 200, ripeness: 0.6, rate: 0.1 })).toEqual({
      ...{ rate: 0.06, expected: 0.1, isUnripe: true },
    })
  })
  it('is ripe from 90 % on', () => {
    expect(cohortRate({ y: 1, n: 10, ripeness: 0.9, rate: 0.1 }).isUnripe).toBe(false)
    expect(cohortRate({ y: 1, n: 10, ripeness: 0.89, rate: 0.1 }).isUnripe).toBe(true)
  })
  it('of nobody is undefined', () => {
    expect(cohortRate({ y: 0, n: 0, ripeness: 1, rate: 0.1 })).toMatchObject({ rate: null, expected: null })
  })
})
