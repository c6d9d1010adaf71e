import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { campaignResults } from './campaign-results'

const run = {
  ...{ teamId: 'team', channelId: 'expo', stages: ['lead', 'opportunity', 'won'] },
  ...{ rates: ['0.1', '0.2'], lags: ['1.5', '0'], dealSize: 100, before: {} },
}
const campaign = {
  ...{
    id: 'spring',
    teamId: 'team',
    channelId: 'expo',
    name: '春の展示会',
    startsOn: '2026-08-20',
    endsOn: '2026-08-22',
  },
  ...{ budget: 3000, plannedEntries: 250 },
}
const part = (metric: string, actual: readonly (number | null)[], lastYear = byMonth()) => {
  return { ...rowOf({ channelId: 'expo', metric, actual, lastYear }), campaignId: 'spring' }
}
const ledger = testLedger({
  ...{ runs: [run], campaigns: [campaign] },
  campaignRows: [
    part('lead', byMonth(null, null, null, null, 200, null, 50)),
    part('opportunity', byMonth(null, null, null, null, null, 12)),
    part('cost', byMonth(null, null, null, null, 2500)),
  ],
})

describe('a campaign in September', () => {
  it('has brought 200 in August for 2,500; half of them have had their month and a half: 12, and 10 more expected', () => {
    const [result] = campaignResults(ledger)
    expect(result).toMatchObject({ entryStage: 'lead', entries: 200, cost: 2500, won: null, revenue: null, roi: null })
    expect(result?.transitions[0]).toMatchObject({
      ...{ from: 'lead', to: 'opportunity', y: 12, n: 200, ripeness: 0.5, rate: 0.06, isUnripe: true },
    })
    expect(result?.transitions[0]?.expected).toBeCloseTo(0.11, 12)
  })
  it('without wins entered has no rate of them; young people are unripe all the same', () => {
    expect(campaignResults(ledger)[0]?.transitions[1]).toMatchObject({ y: null, n: 12, rate: null, expected: null })
    const young = { ...ledger, campaignRows: [part('lead', byMonth(null, null, null, null, null, 200))] }
    expect(campaignResults(young)[0]?.transitions[0]).toMatchObject({
      y: null,
      rate: null,
      isUnripe: true,
      ripeness: 0,
    })
  })
  it('counts last year’s months of a campaign that began then, and its return so far', () => {
    const began = { ...ledger, campaignRows: [part('revenue', byMonth(400), byMonth(100)), part('cost', byMonth(200))] }
    expect(campaignResults(began)[0]).toMatchObject({ revenue: 500, cost: 200, roi: 1.5 })
  })
  it('of a channel without a plan has its sums, but no rates', () => {
    expect(campaignResults({ ...ledger, runs: [] })[0]).toMatchObject({ entries: 200, cost: 2500, transitions: [] })
  })
})
