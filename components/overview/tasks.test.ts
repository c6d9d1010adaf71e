import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import type { OverviewRights } from './overview-props'
import { openTasks } from './tasks'

const run = {
  ...{ teamId: 'team', channelId: 'web', stages: ['lead', 'opportunity'], rates: ['0.1'], lags: ['2'], dealSize: 9 },
  before: {},
}
const campaign = {
  ...{ id: 'spring', teamId: 'team', channelId: 'web', name: '春', startsOn: '2026-05-20', endsOn: '2026-05-22' },
  ...{ budget: null, plannedEntries: 40 },
}
const part = (metric: string, ...actual: number[]) => {
  return { ...rowOf({ metric, actual: byMonth(null, ...actual) }), campaignId: 'spring' }
}
const ledger = testLedger({
  ...{ actualsThrough: 1, finishedThrough: 1, running: 2, runs: [run], campaigns: [campaign] },
  rows: [
    rowOf({ plan: byMonth(9, 9), actual: byMonth(9, 9) }),
    rowOf({ metric: 'cost', plan: byMonth(5, 5), actual: byMonth(5) }),
  ],
  campaignRows: [part('lead', 40)],
})
const remarks = {
  uncovered: [{ teamId: 'team', channelId: 'web', count: 51, yen: 2_827_000 }],
  toClose: [{ teamId: 'team', first: 0, last: 1 }],
  capacity: [],
}
const draft = (needsApproval: boolean) => {
  return { planId: 'p', teamId: 'team', version: 3, reason: null, createdBy: '佐藤', needsApproval }
}
const NONE: OverviewRights = { approve: false, activate: false, enter: false, close: false }
const kinds = (part: Partial<Parameters<typeof openTasks>[0]>) =>
  openTasks({ ledger, remarks, drafts: [draft(true)], role: 'executive', rights: NONE, ...part }).map(
    ({ kind }) => kind,
  )

describe('what waits', () => {
  it('an executive decides first', () => {
    expect(kinds({ rights: { ...NONE, approve: true } })).toEqual(['approve', 'missing', 'uncovered'])
  })
  it('a marketer enters and closes first, and sees whose people have not become opportunities', () => {
    expect(kinds({ role: 'marketing', rights: { ...NONE, activate: true, enter: true, close: true } })).toEqual([
      ...['missing', 'close', 'uncovered', 'campaign', 'waiting'],
    ])
  })
  it('a draft with the goals of the active plan is activated without approval', () => {
    expect(kinds({ drafts: [draft(false)], rights: { ...NONE, activate: true } })[0]).toBe('activate')
    expect(kinds({ drafts: [draft(false)] })).toEqual(['missing', 'uncovered'])
  })
  it('a campaign with an opportunity, or whose lag is over, waits for nothing', () => {
    const marketing = { role: 'marketing' as const, drafts: [] }
    const converted = { ...ledger, campaignRows: [part('lead', 40), part('opportunity', 1)] }
    expect(kinds({ ...marketing, ledger: converted })).not.toContain('campaign')
    expect(kinds({ ...marketing, ledger: { ...ledger, actualsThrough: 3 } })).not.toContain('campaign')
  })
  it('what a year that is over left uncovered is no task any more', () => {
    expect(kinds({ ledger: { ...ledger, finishedThrough: 11 } })).not.toContain('uncovered')
  })
  it('a blank that the landing stands in for is marked, a blank cost is not', () => {
    const estimated = (metric: string) => {
      const rows = [
        rowOf({ metric, plan: byMonth(5, 5), actual: byMonth(5) }),
        rowOf({ plan: byMonth(1), actual: byMonth(1, 1) }),
      ]
      const tasks = openTasks({ ledger: { ...ledger, rows }, remarks, drafts: [], role: 'executive', rights: NONE })
      return tasks.flatMap((task) => (task.kind === 'missing' ? [task.isEstimated] : []))
    }
    expect(estimated('opportunity')).toEqual([true])
    expect(estimated('cost')).toEqual([false])
  })
})
