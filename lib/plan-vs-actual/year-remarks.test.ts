import { describe, expect, it } from 'vitest'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { fiscalYear } from '#lib/month'
import { MONTHS } from './ledger'
import type { PlanAndActuals } from './ledger-of'
import { yearRemarks } from './year-remarks'

/** One deal of 700,000 a month, from two opportunities: 24 of them in the year. */
const expo: ChannelDraft = {
  ...{ channelId: 'expo', share: '1', entry: 'opportunity', dealSize: 700_000, scheduled: true },
  transitions: [{ to: 'won', rate: '0.5', lag: '0' }],
  ...{ unitCostStage: null, unitCost: null, fixedCostPerMonth: null, entryUplift: null, note: null },
}
const draft: PlanDraft = {
  ...{ revenueGoal: 8_400_000, existing: 0, salesSourced: 0, nextYearGrowth: '0', rounding: 'stage', channels: [expo] },
  spread: { kind: 'weights', values: MONTHS.map(() => '1') },
  ...{ salesPeople: 2, opportunitiesPerPerson: '4' },
}
const campaign = {
  ...{ id: 'spring', teamId: 'a', channelId: 'expo', name: '春', startsOn: '2026-05-20', endsOn: '2026-05-22' },
  ...{ budget: null, plannedEntries: 14, archivedAt: null },
}
const source: PlanAndActuals = {
  ...{ year: fiscalYear(2026, 4), wholeOf: null, actuals: [], stages: [], channels: [], closes: [] },
  plans: [{ teamId: 'a', year: 2026, draft }],
  ...{ campaigns: [campaign], restatements: [], chosenThrough: null, landingOverrides: [], opportunities: null },
}
const remarks = (part: Partial<PlanAndActuals>, finishedThrough = 5) => {
  const stages = ['lead', 'opportunity', 'won'].map((key) => ({ key, name: null }))
  return yearRemarks({ ...source, stages, ...part }, finishedThrough)
}

describe('what a year leaves to do', () => {
  it('未手当: 24 opportunities asked for, 14 planned by a campaign; the other ten are worth 350,000 each', () => {
    expect(remarks({}).uncovered).toEqual([{ teamId: 'a', channelId: 'expo', count: 10, yen: 3_500_000 }])
    expect(remarks({ campaigns: [{ ...campaign, plannedEntries: 24 }] }).uncovered).toEqual([])
  })
  it('finished months that a team has not closed', () => {
    expect(remarks({}).toClose).toEqual([{ teamId: 'a', first: 0, last: 5 }])
    const closed = (through: '2026-03' | '2026-08' | '2026-09') =>
      remarks({ closes: [{ teamId: 'a', through }] }).toClose
    expect(closed('2026-03')).toEqual([{ teamId: 'a', first: 0, last: 5 }])
    expect(closed('2026-08')).toEqual([{ teamId: 'a', first: 5, last: 5 }])
    expect(closed('2026-09')).toEqual([])
    expect(remarks({}, -1).toClose).toEqual([])
  })
  it('sales capacity: two people with four opportunities each; the campaign’s month brings fourteen', () => {
    expect(remarks({}).capacity).toMatchObject([{ teamId: 'a', perMonth: 8, monthsOver: [1] }])
    const unset = { ...draft, salesPeople: null }
    expect(remarks({ plans: [{ teamId: 'a', year: 2026, draft: unset }] }).capacity).toEqual([])
  })
  it('of the company are those of its teams; the root itself closes nothing', () => {
    const plans = ['a', 'root'].map((teamId) => ({ teamId, year: 2026, draft }))
    expect(remarks({ wholeOf: 'root', plans }).toClose.map(({ teamId }) => teamId)).toEqual(['a'])
    expect(remarks({ wholeOf: 'root', plans }).capacity.map(({ teamId }) => teamId)).toEqual(['a'])
  })
})
