import { describe, expect, it } from 'vitest'
import { byMonth, rowOf } from '#lib/plan-vs-actual/test-ledger'
import { campaignCosts, channelCosts } from './costs'

const cost = (teamId: string, channelId: string, ...actual: (number | null)[]) =>
  rowOf({ teamId, metric: 'cost', channelId, plan: byMonth(1, 1, 1), actual: byMonth(...actual) })

describe('what was spent', () => {
  it('is the sum over teams and months, as plan vs actual has it', () => {
    const rows = [cost('a', 'web', 10, 20, 40), cost('b', 'web', 1, 2, 4), rowOf({ actual: byMonth(99) })]
    expect(channelCosts({ rows }, [0, 1])).toEqual(new Map([['web', { amount: 33, missing: [] }]]))
  })

  it('names the months in which a team’s cost is still awaited', () => {
    const rows = [cost('a', 'web', 10, null, 40), cost('b', 'web', 1, 2, null)]
    expect(channelCosts({ rows }, [0, 1, 2]).get('web')).toEqual({ amount: 53, missing: [1, 2] })
  })

  it('is nothing, which is not 0, where nobody entered any', () => {
    const unplanned = { ...cost('a', 'web'), plan: byMonth() }
    expect(channelCosts({ rows: [unplanned] }, [0]).get('web')).toEqual({ amount: null, missing: [] })
  })

  it('of campaigns is what was entered by campaign', () => {
    const campaignRows = [{ ...cost('a', 'expo', 0, 500), campaignId: 'fair' }]
    expect(campaignCosts({ campaignRows }, [0, 1])).toEqual(new Map([['fair', { amount: 500, missing: [] }]]))
  })
})
