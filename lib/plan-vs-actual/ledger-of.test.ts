import { describe, expect, it } from 'vitest'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { fiscalYear } from '#lib/month'
import { compared } from './compared'
import { MONTHS } from './ledger'
import { type EnteredActual, ledgerOf, type PlanAndActuals } from './ledger-of'
import { missing } from './missing'
import { revenueRows } from './sections'

const web = (part: Partial<ChannelDraft> = {}): ChannelDraft => ({
  channelId: 'web',
  share: '1',
  entry: 'lead',
  transitions: ['mql', 'opportunity', 'won'].map((to) => ({ to, rate: '0.5', lag: '0' })),
  dealSize: 700_000,
  unitCostStage: 'lead',
  unitCost: 1000,
  fixedCostPerMonth: 2000,
  ...{ scheduled: false, entryUplift: null, note: null },
  ...part,
})

/** 12 million, a million a month: 200,000 existing, 100,000 by sales, 700,000 by Web, which is one deal a month. */
const draft = (part: Partial<PlanDraft> = {}): PlanDraft => ({
  revenueGoal: 12_000_000,
  existing: 2_400_000,
  salesSourced: 1_200_000,
  spread: { kind: 'weights', values: MONTHS.map(() => '1') },
  nextYearGrowth: '0',
  rounding: 'stage',
  channels: [web()],
  ...{ salesPeople: null, opportunitiesPerPerson: null },
  ...part,
})

const entry = (part: Partial<EnteredActual>): EnteredActual => {
  const cell = { teamId: 'a', month: '2026-04', line: 'channel', channelId: 'web', campaignId: null } as const
  return { ...cell, metric: 'lead', value: 0, ...part }
}

const source = (part: Partial<PlanAndActuals> = {}): PlanAndActuals => ({
  year: fiscalYear(2026, 4),
  wholeOf: null,
  plans: [{ teamId: 'a', year: 2026, draft: draft() }],
  actuals: [],
  stages: ['visit', 'lead', 'mql', 'opportunity', 'won'].map((key) => ({ key, name: null })),
  channels: [{ id: 'web', name: 'Web', colour: 1, defaultEntry: 'visit' }],
  ...{ campaigns: [], closes: [], restatements: [], chosenThrough: null, landingOverrides: [], opportunities: null },
  ...part,
})

const options = { today: '2026-06-10', thresholds: { goodFrom: 1, watchFrom: 0.8 } }
const twelve = (value: number | null) => MONTHS.map(() => value)

describe('the ledger of a team', () => {
  it('has one row per line and metric, from the entry stage on, with the plan’s monthly integers', () => {
    const { rows } = ledgerOf(source(), options)
    expect(rows.map(({ line, metric, plan }) => [line, metric, plan[0]])).toEqual([
      ['existing', 'revenue', 200_000],
      ['salesSourced', 'revenue', 100_000],
      ['channel', 'revenue', 700_000],
      ['channel', 'lead', 8],
      ['channel', 'mql', 4],
      ['channel', 'opportunity', 2],
      ['channel', 'won', 1],
      ['channel', 'cost', 10_000],
    ])
    expect(rows.every(({ plan }) => plan.every((value) => value === plan[0]))).toBe(true)
  })
  it('sets entries beside the plan, and last year’s beside those; a blank stays blank', () => {
    const actuals = [
      entry({ value: 9 }),
      entry({ month: '2026-05', value: 0 }),
      entry({ month: '2025-06', value: 5 }),
      entry({ month: '2025-03', value: 99 }),
      entry({ month: '2027-04', value: 99 }),
    ]
    const lead = ledgerOf(source({ actuals }), options).rows.find((row) => row.metric === 'lead')
    expect(lead?.actual).toEqual([9, 0, null, null, null, null, null, null, null, null, null, null])
    expect(lead?.lastYear).toEqual([null, null, 5, null, null, null, null, null, null, null, null, null])
  })
  it('adds up a channel’s campaigns', () => {
    const actuals = [entry({ value: 9 }), entry({ value: 4 })]
    expect(ledgerOf(source({ actuals }), options).rows.find((row) => row.metric === 'lead')?.actual[0]).toBe(13)
  })
  it('knows where the year stands', () => {
    expect(ledgerOf(source({ actuals: [entry({ value: 9 })] }), options)).toMatchObject({
      ...{ actualsThrough: 0, finishedThrough: 1, running: 2, elapsed: { days: 10, of: 30 } },
    })
  })
  it('drops counts before the channel’s entry, by the plan or else by the channel', () => {
    const visits = [entry({ metric: 'visit', value: 500 })]
    const has = (part: Partial<PlanAndActuals>) =>
      ledgerOf(source({ actuals: visits, ...part }), options).rows.some((row) => row.metric === 'visit')
    expect(has({})).toBe(false)
    expect(has({ plans: [] })).toBe(true)
    expect(has({ plans: [], channels: [{ id: 'web', name: 'Web', colour: 1, defaultEntry: 'lead' }] })).toBe(false)
  })
  it('without a plan shows what was entered', () => {
    const { rows } = ledgerOf(source({ plans: [], actuals: [entry({ value: 9 })] }), options)
    expect(rows).toEqual([
      {
        teamId: 'a',
        line: 'channel',
        channelId: 'web',
        metric: 'lead',
        plan: twelve(null),
        actual: [9, ...twelve(null).slice(1)],
        lastYear: twelve(null),
      },
    ])
  })
  it('a channel with a faulty assumption keeps its revenue goal and has no counts', () => {
    const plans = [{ teamId: 'a', year: 2026, draft: draft({ channels: [web({ dealSize: 0 })] }) }]
    expect(ledgerOf(source({ plans }), options).rows.map((row) => `${row.line} ${row.metric}`)).toEqual([
      'existing revenue',
      'salesSourced revenue',
      'channel revenue',
    ])
  })
  it('works for next year’s plan in the last months: twice the goal, one month of lag, twice the leads in March', () => {
    const lagged = web({
      transitions: ['mql', 'opportunity', 'won'].map((to) => ({ to, rate: '0.5', lag: to === 'won' ? '1' : '0' })),
    })
    const next = draft({ revenueGoal: 20_400_000, channels: [lagged] })
    const plans = [
      { teamId: 'a', year: 2026, draft: draft({ channels: [lagged] }) },
      { teamId: 'a', year: 2027, draft: next },
    ]
    const lead = ledgerOf(source({ plans }), options).rows.find((row) => row.metric === 'lead')
    expect(lead?.plan).toEqual([8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 16])
  })
})

describe('what the forecast stands on', () => {
  const lagged = web({
    transitions: ['mql', 'opportunity', 'won'].map((to) => ({ to, rate: '0.5', lag: to === 'won' ? '2.5' : '0' })),
  })
  const plans = [{ teamId: 'a', year: 2026, draft: draft({ channels: [lagged] }) }]
  it('is a run per planned channel: stages, rates, lags, and the fifteen months before the year', () => {
    const actuals = [entry({ month: '2026-03', value: 7 }), entry({ month: '2025-01', value: 4 }), entry({ value: 9 })]
    const [run, ...others] = ledgerOf(source({ plans, actuals }), options).runs
    expect(others).toEqual([])
    expect(run).toMatchObject({
      ...{ teamId: 'a', channelId: 'web', stages: ['lead', 'mql', 'opportunity', 'won'], dealSize: 700_000 },
      ...{ rates: ['0.5', '0.5', '0.5'], lags: ['0', '0', '2.5'] },
      before: { lead: [4, ...Array<null>(13).fill(null), 7], won: Array<null>(15).fill(null) },
    })
  })
  it('a channel with a faulty assumption is no run', () => {
    const faulty = [{ teamId: 'a', year: 2026, draft: draft({ channels: [web({ dealSize: 0 })] }) }]
    expect(ledgerOf(source({ plans: faulty }), options).runs).toEqual([])
  })
})

describe('campaigns', () => {
  const campaign = {
    ...{ id: 'spring', teamId: 'a', channelId: 'web', name: '春', startsOn: '2026-05-20', endsOn: '2026-06-02' },
    ...{ budget: 50_000, plannedEntries: 30, archivedAt: null },
  }
  const actuals = [entry({ month: '2026-05', campaignId: 'spring', value: 12 }), entry({ month: '2026-05', value: 3 })]
  it('plan their entries and budget in the month they start in, and hold their part of the channel’s cell', () => {
    const { campaignRows, rows } = ledgerOf(source({ campaigns: [campaign], actuals }), options)
    expect(campaignRows.map((row) => [row.campaignId, row.metric, row.plan[1], row.actual[1]])).toEqual([
      ['spring', 'lead', 30, 12],
      ['spring', 'cost', 50_000, null],
    ])
    expect(rows.find((row) => row.metric === 'lead')?.actual[1]).toBe(15)
  })
  it('of a scheduled channel are its plan', () => {
    const plans = [{ teamId: 'a', year: 2026, draft: draft({ channels: [web({ scheduled: true })] }) }]
    const { rows } = ledgerOf(source({ plans, campaigns: [campaign] }), options)
    expect(rows.find((row) => row.metric === 'lead')?.plan.slice(0, 3)).toEqual([0, 30, 0])
    expect(rows.find((row) => row.metric === 'cost')?.plan.slice(0, 3)).toEqual([0, 50_000, 0])
  })
  it('archived ones plan nothing and keep what was entered; without either they are not named', () => {
    const archived = { ...campaign, archivedAt: '2026-06-01T00:00:00Z' }
    const { campaigns, campaignRows } = ledgerOf(source({ campaigns: [archived], actuals }), options)
    expect(campaigns.map(({ id }) => id)).toEqual(['spring'])
    expect(campaignRows.map((row) => [row.metric, row.plan[1], row.actual[1]])).toEqual([['lead', null, 12]])
    expect(ledgerOf(source({ campaigns: [archived] }), options).campaigns).toEqual([])
  })
  it('that ran in another year are not named', () => {
    const past = { ...campaign, startsOn: '2025-05-20', endsOn: '2025-06-02' }
    expect(ledgerOf(source({ campaigns: [past] }), options).campaigns).toEqual([])
  })
})

describe('closed months', () => {
  const closes = [
    { teamId: 'a', through: '2026-07' as const },
    { teamId: 'b', through: '2026-05' as const },
  ]
  const closedIn = (part: Partial<PlanAndActuals>) => ledgerOf(source({ closes, ...part }), options).closedThrough
  it('are a team’s own; of the company those that every team with figures has closed', () => {
    expect(closedIn({ closes: [{ teamId: 'a', through: '2026-07' }] })).toBe(3)
    const both = ['a', 'b', 'root'].map((teamId) => ({ teamId, year: 2026, draft: draft() }))
    expect(closedIn({ wholeOf: 'root', plans: both })).toBe(1)
    expect(closedIn({ wholeOf: 'root', plans: both, closes: closes.slice(0, 1) })).toBe(-1)
  })
  it('of an earlier year are none of this one, of a later one all', () => {
    expect(closedIn({ closes: [{ teamId: 'a', through: '2026-03' }] })).toBe(-1)
    expect(closedIn({ closes: [{ teamId: 'a', through: '2027-08' }] })).toBe(11)
  })
  it('hold a chosen boundary from below', () => {
    const actuals = [entry({ month: '2026-04' }), entry({ month: '2026-05' })]
    const through = (chosenThrough: PlanAndActuals['chosenThrough'], closed: PlanAndActuals['closes']) =>
      ledgerOf(source({ actuals, chosenThrough, closes: closed }), options).actualsThrough
    expect(through('2026-04', [])).toBe(0)
    expect(through('2026-04', [{ teamId: 'a', through: '2026-05' }])).toBe(1)
  })
  it('restatements and set landings of the year carry their month as an index', () => {
    const cell = { teamId: 'a', line: 'channel', channelId: 'web', campaignId: null, metric: 'lead' } as const
    const restated = { ...cell, before: 1, after: 2, reason: { text: '' }, by: '', at: '' }
    const restatements = [
      { ...restated, month: '2026-03' as const },
      { ...restated, month: '2026-06' as const },
    ]
    expect(ledgerOf(source({ restatements }), options).restatements.map((each) => each.monthIndex)).toEqual([2])
  })
})

describe('the company’s page', () => {
  const team = draft({ revenueGoal: 10_800_000, salesSourced: 0 })
  const plans = [
    { teamId: 'root', year: 2026, draft: draft({ revenueGoal: 24_000_000, existing: 3_600_000, channels: [] }) },
    { teamId: 'a', year: 2026, draft: team },
  ]
  const whole = source({ wholeOf: 'root', plans, actuals: [entry({ metric: 'revenue', value: 500_000 })] })
  const rowAt = (ledger: ReturnType<typeof ledgerOf>, teamId: string, line: string) =>
    ledger.rows.find((row) => row.teamId === teamId && row.line === line && row.metric === 'revenue')

  it('is the whole: its KGI, to the yen, whatever its teams hold of it', () => {
    const ledger = ledgerOf(whole, options)
    expect(compared(revenueRows(ledger), MONTHS, ledger).plan).toBe(24_000_000)
  })
  it('sets what no team holds beside the teams: 未配分 of marketing, and of each line', () => {
    const ledger = ledgerOf(whole, options)
    expect(rowAt(ledger, 'root', 'existing')?.plan[0]).toBe(100_000)
    expect(rowAt(ledger, 'root', 'salesSourced')?.plan[0]).toBe(100_000)
    expect(rowAt(ledger, 'root', 'unallocated')?.plan[0]).toBe(900_000)
  })
  it('goes below 0 where the teams hold more than the company (超過), and still adds up', () => {
    const low = {
      teamId: 'root',
      year: 2026,
      draft: draft({ revenueGoal: 6_000_000, existing: 2_400_000, salesSourced: 0, channels: [] }),
    }
    const ledger = ledgerOf({ ...whole, plans: [low, { teamId: 'a', year: 2026, draft: team }] }, options)
    expect(rowAt(ledger, 'root', 'unallocated')?.plan[0]).toBe(-400_000)
    expect(rowAt(ledger, 'root', 'existing')).toBeUndefined()
    expect(compared(revenueRows(ledger), MONTHS, ledger).plan).toBe(6_000_000)
  })
  it('awaits nothing from the root, and everything from its teams', () => {
    const ledger = ledgerOf(whole, options)
    expect(rowAt(ledger, 'root', 'unallocated')?.actual).toEqual([0, ...twelve(null).slice(1)])
    const awaited = missing(ledger).filter((cell) => cell.month === 0)
    expect(awaited.map((cell) => `${cell.teamId} ${cell.line} ${cell.metric}`)).toEqual([
      'a existing revenue',
      'a channel lead',
      'a channel mql',
      'a channel opportunity',
      'a channel won',
      'a channel cost',
    ])
  })
  it('adds its own entries to those of its teams', () => {
    const own = entry({ teamId: 'root', line: 'existing', channelId: null, metric: 'revenue', value: 70_000 })
    const actuals = [
      ...whole.actuals,
      own,
      entry({ line: 'existing', channelId: null, metric: 'revenue', value: 30_000 }),
    ]
    const ledger = ledgerOf({ ...whole, actuals }, options)
    expect(compared(revenueRows(ledger), [0], ledger)).toMatchObject({ actual: 600_000, partial: false })
  })
  it('leaves out the root’s own channels once teams hold them', () => {
    const rooted = { teamId: 'root', year: 2026, draft: draft({ revenueGoal: 24_000_000 }) }
    const ledger = ledgerOf({ ...whole, plans: [rooted, { teamId: 'a', year: 2026, draft: team }] }, options)
    expect(ledger.rows.some((row) => row.teamId === 'root' && row.line === 'channel')).toBe(false)
  })
})
