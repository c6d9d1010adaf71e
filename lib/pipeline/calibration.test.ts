import { describe, expect, it } from 'vitest'
import { calibrated } from './calibration'
import type { DealCell } from './deal'

const deal = (forecastCategory: DealCell['forecastCategory'], state: DealCell['state'], count: number): DealCell => ({
  ...{ month: '2026-09', key: null },
  ...{ isNew: true, isSourced: false, isInfluenced: false, unpriced: 0 },
  ...{ forecastCategory, state, count, amount: count * 1_000_000 },
})

describe('ヨミ', () => {
  const closed = [deal('A', 'won', 16), deal('A', 'lost', 4), deal('C', 'won', 4), deal('C', 'lost', 16)]

  it('is worth what it turned out to be, held by 20 units of the overall rate of 50 %', () => {
    const [a, b, c, none] = calibrated(closed, [deal('A', 'open', 3), deal('B', 'open', 1)])
    expect([a?.observed, a?.probability]).toEqual([0.8, 26 / 40])
    expect([b?.observed, b?.probability]).toEqual([null, 0.5])
    expect([c?.observed, c?.probability]).toEqual([0.2, 14 / 40])
    expect([a?.expected, b?.expected, none?.open]).toEqual([1_950_000, 500_000, 0])
  })

  it('has no probability before anything is closed', () => {
    expect(calibrated([], [deal('A', 'open', 3)])[0]).toMatchObject({ probability: null, expected: null, open: 3 })
  })
})
