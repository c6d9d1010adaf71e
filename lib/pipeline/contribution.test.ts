import { describe, expect, it } from 'vitest'
import { contributionBy, contributionOf } from './contribution'
import type { DealCell } from './deal'

const deal = (given: Partial<DealCell>): DealCell => ({
  ...{ month: '2026-09', state: 'open', key: null, forecastCategory: null },
  ...{ isNew: true, isSourced: false, isInfluenced: false, count: 1, amount: 0, unpriced: 0 },
  ...given,
})

// 400万円 from web and touched, 200万円 from an exhibition, untouched since; sales' own of 300万円, touched; 100万円 of a customer.
const DEALS = [
  deal({ isSourced: true, isInfluenced: true, amount: 4_000_000 }),
  deal({ isSourced: true, amount: 2_000_000 }),
  deal({ isInfluenced: true, amount: 3_000_000 }),
  deal({ isNew: false, isSourced: true, isInfluenced: true, amount: 1_000_000 }),
]
const by = (...keys: (string | null)[]) => DEALS.map((each, i) => ({ ...each, key: keys[i] ?? null }))

describe('contribution', () => {
  it('shows new customers: 2 of 3 sourced, 2 of 3 influenced, and one is both', () => {
    const { total, sourced, influenced, salesSourced } = contributionOf(DEALS, 'new')
    expect(total).toEqual({ count: 3, amount: 9_000_000, unpriced: 0 })
    expect(sourced).toEqual({ count: 2, amount: 6_000_000, unpriced: 0, countShare: 2 / 3, amountShare: 6 / 9 })
    expect(influenced).toEqual({ count: 2, amount: 7_000_000, unpriced: 0, countShare: 2 / 3, amountShare: 7 / 9 })
    expect(salesSourced).toMatchObject({ count: 1, amount: 3_000_000 })
  })

  it('shows existing customers by a switch; nothing of theirs is 営業独自', () => {
    const { total, sourced, salesSourced } = contributionOf(DEALS, 'existing')
    expect([total.amount, sourced.amount, salesSourced.amount]).toEqual([1_000_000, 1_000_000, 0])
    expect(contributionOf(DEALS, 'all').total.count).toBe(4)
  })

  it('has no share of nothing', () => {
    expect(contributionOf([], 'new').sourced).toEqual({
      ...{ count: 0, amount: 0, unpriced: 0 },
      ...{ countShare: null, amountShare: null },
    })
  })

  it('counts an opportunity without amount, and says that its amount is missing', () => {
    const { total } = contributionOf([deal({ amount: 500 }), deal({ unpriced: 1 })], 'new')
    expect(total).toEqual({ count: 2, amount: 500, unpriced: 1 })
  })

  it('by owner: the sourced shares of the rows add up to the share of the whole', () => {
    const rows = contributionBy(by('田中', '田中', '森', '森'), { scope: 'new', influences: null })
    expect(rows.map(({ key, total, sourced }) => [key, total.count, sourced.countShare])).toEqual([
      ['田中', 2, 2 / 3],
      ['森', 1, 0],
    ])
    expect(rows.map(({ influenced }) => influenced.amount)).toEqual([4_000_000, 3_000_000])
  })

  it('by channel: what a channel influenced is of its touches, so that two channels may both count one opportunity', () => {
    const influence = { count: 1, unpriced: 0, isNew: true, amount: 4_000_000 }
    const influences = [
      { ...influence, key: 'web' },
      { ...influence, key: 'mail' },
      { ...influence, key: 'mail', amount: 3_000_000 },
      { ...influence, key: 'mail', isNew: false },
    ]
    const rows = contributionBy(by('web', 'expo', null, 'web'), { scope: 'new', influences })
    expect(rows.map(({ key, sourced, influenced }) => [key, sourced.amount, influenced.count])).toEqual([
      ['web', 4_000_000, 1],
      ['expo', 2_000_000, 0],
      [null, 0, 0],
      ['mail', 0, 2],
    ])
    expect(rows[3]?.influenced.amount).toBe(7_000_000)
  })
})
