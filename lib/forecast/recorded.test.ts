import { describe, expect, it } from 'vitest'
import { fiscalYear, type Month } from '#lib/month'
import { opportunitiesOfYear, type RecordedOpportunities } from './recorded'

const year = fiscalYear(2026, 4)
const web = { teamId: 'a', channelId: 'web' }
const counted = (month: Month, metric: 'opportunity' | 'revenue', value: number) => ({ ...web, month, metric, value })
const lot = (month: Month, amount: number) => ({ ...web, month, amount, category: 'A' as const, count: 1, unpriced: 0 })
const closed = (teamId: string, state: 'won' | 'lost', count: number) => ({
  ...{ teamId, state, count, amount: 0, unpriced: 0 },
  forecastCategory: 'A' as const,
})
const recorded: RecordedOpportunities = {
  counted: [
    counted('2026-03', 'opportunity', 5),
    counted('2026-06', 'opportunity', 7),
    counted('2026-06', 'revenue', 900),
  ],
  open: [lot('2026-03', 1), lot('2026-12', 2), lot('2027-04', 4)],
  closed: [closed('a', 'won', 3), closed('a', 'lost', 1), closed('b', 'won', 2)],
}

describe('what a year’s ledger has of opportunities', () => {
  const found = opportunitiesOfYear(recorded, year)

  it('is by month of the year; what is expected before or after it is not in it', () => {
    expect(found?.channels).toEqual([
      {
        ...web,
        created: [0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        won: [0, 0, 900, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        open: [{ month: 8, category: 'A', count: 1, amount: 2, unpriced: 0 }],
      },
    ])
  })
  it('calibrates each team’s ヨミ by what was closed: 3 won of 4, held by 20 at 3/4', () => {
    expect(found?.calibrations.map(({ teamId, closed: all, byCategory }) => [teamId, all, byCategory[0]])).toEqual([
      ['a', 4, { category: 'A', won: 3, closed: 4, probability: 0.75 }],
      ['b', 2, { category: 'A', won: 2, closed: 2, probability: 1 }],
    ])
  })
  it('is nothing where no opportunity of a channel is recorded, whatever was closed', () => {
    expect(opportunitiesOfYear({ ...recorded, counted: [], open: [] }, year)).toBeNull()
    expect(opportunitiesOfYear(null, year)).toBeNull()
  })
})
