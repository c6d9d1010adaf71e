import { describe, expect, it } from 'vitest'
import { sections } from './sections'
import { byMonth, rowOf, testLedger } from './test-ledger'

const money = { metric: 'revenue', plan: byMonth(1) } as const
const rows = [
  rowOf({ ...money, line: 'existing', channelId: null }),
  rowOf({ ...money, line: 'salesSourced', channelId: null }),
  rowOf({ ...money, line: 'unallocated', channelId: null }),
  rowOf({ ...money, channelId: 'gone' }),
  rowOf({ ...money, channelId: 'expo' }),
  rowOf(money),
  rowOf({ metric: 'visit', plan: byMonth(1) }),
  rowOf({ metric: 'won', plan: byMonth(1) }),
  rowOf({ metric: 'won', plan: byMonth(1), teamId: 'other' }),
  rowOf({ metric: 'cost', plan: byMonth(1) }),
]

describe('the blocks of the table', () => {
  const made = sections(testLedger({ rows }))
  it('are revenue, its three lines, the funnel from won upwards, and cost; a stage without rows is absent', () => {
    expect(made.map((section) => section.key)).toEqual([
      ...['revenue', 'existing', 'salesSourced', 'marketing'],
      ...['won', 'visit', 'cost'],
    ])
  })
  it('revenue is all lines; marketing its channels in the organisation’s order, an unlisted one after, 未配分 last', () => {
    expect(made[0]?.rows).toHaveLength(6)
    expect(made[3]?.parts.map((part) => part.key)).toEqual(['web', 'expo', 'gone', 'unallocated'])
  })
  it('a channel of several teams is one part', () => {
    expect(made[4]?.parts.map((part) => [part.key, part.rows.length])).toEqual([['web', 2]])
  })
})
