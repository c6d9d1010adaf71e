import { describe, expect, it } from 'vitest'
import { agesOf } from './ageing'

const standing = (stage: string | null, days: number, amount = 100) => ({ stage, days, amount, count: 1, unpriced: 0 })

describe('stage ageing', () => {
  it('calls stale what stands more than twice the median of its own stage: 10, 12, 14, 28, 60 → 60', () => {
    const [proposal] = agesOf([10, 12, 14, 28, 60].map((days) => standing('提案', days, days)))
    expect(proposal).toMatchObject({ stage: '提案', count: 5, amount: 124, median: 14, limit: 28 })
    expect(proposal?.stale).toEqual({ count: 1, amount: 60, unpriced: 0 })
  })

  it('judges nothing by fewer than 5', () => {
    const [only] = agesOf([standing('見積', 1), standing('見積', 300)])
    expect(only).toMatchObject({ median: 150.5, limit: null, stale: { count: 0 } })
  })

  it('keeps opportunities without a stage together, the fullest stage first', () => {
    const ages = agesOf([standing('提案', 5), standing(null, 1), standing(null, 2)])
    expect(ages.map(({ stage, count }) => [stage, count])).toEqual([
      [null, 2],
      ['提案', 1],
    ])
  })
})
