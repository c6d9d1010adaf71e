import { describe, expect, it } from 'vitest'
import type { CreditRow } from './credit'
import { trendOf } from './trend'

const row = (month: CreditRow['month'], channelId: string | null, amount: number): CreditRow => ({
  ...{
    teamId: 'team',
    basis: 'won',
    month,
    model: 'w',
    isNew: true,
    channelId,
    campaignId: null,
    amount,
    dealParts: 1_000_000,
  },
})

describe('revenue by month', () => {
  it('has a line for each channel that has any, 接点なし last, and 0 in months without', () => {
    const rows = [
      row('2026-04', 'web', 5),
      row('2026-06', 'web', 7),
      row('2026-05', null, 3),
      row('2026-07', 'expo', 9),
    ]
    const question = { basis: 'won', model: 'w', customers: 'new' } as const
    expect(trendOf(rows, question, ['2026-04', '2026-05', '2026-06'], ['expo', 'web'])).toEqual([
      { channelId: 'web', amounts: [5, 0, 7] },
      { channelId: null, amounts: [0, 3, 0] },
    ])
  })
})
