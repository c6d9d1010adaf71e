import { beforeEach, describe, expect, it } from 'vitest'
import { DealFilter, LeadFilter } from '#lib/input/pipeline'
import { contributionOf } from '#lib/pipeline/contribution'
import { handoverOf } from '#lib/pipeline/handover'
import { readOrg, withOrg } from '../client'
import { addChannel } from '../commands/add-channel'
import { finishImport } from '../commands/finish-import'
import { mergeAccounts } from '../commands/merge-accounts'
import { saveHandover } from '../commands/save-handover'
import { saveOpportunity } from '../commands/save-opportunity'
import { startImport } from '../commands/start-import'
import { undoAccountMerge } from '../commands/undo-account-merge'
import { undoImport } from '../commands/undo-import'
import { upsertLeads } from '../commands/upsert-leads'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { upsertTouches } from '../commands/upsert-touches'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { accountsNamed } from '../queries/accounts'
import { channels } from '../queries/organisation'
import { handoverCells, journeys, pipelineSource } from '../queries/pipeline'
import { dealPage } from '../queries/pipeline-deal-list'
import { leadPage } from '../queries/pipeline-lead-list'
import { rebuildRollups } from '../rebuild'
import { givenLead, givenOpportunity, givenTouch } from '../record-fixtures'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

let version = 2_000_000
const reader = () => ({ ...org.admin, dataVersion: ++version })
const of = (today = '2026-10-05', window = 180) => ({ teamId: org.rootId, timeZone: 'Asia/Tokyo', today, window })
const YEAR = { from: '2026-04', to: '2027-03' } as const
const NOTHING = {
  ...{ months: [], journeys: [], handovers: [], influences: 0 },
  credits: { journeys: [], cells: [] },
}

const leads = (importId: string | null, ...rows: Parameters<typeof givenLead>[1][]) =>
  upsertLeads(org.admin, { importId, rows: rows.map((row) => givenLead(org, row)) })
const deals = (importId: string | null, ...rows: Parameters<typeof givenOpportunity>[1][]) =>
  upsertOpportunities(org.admin, { importId, rows: rows.map((row) => givenOpportunity(org, row)) })
const touches = (importId: string | null, ...rows: Parameters<typeof givenTouch>[1][]) =>
  upsertTouches(org.admin, { importId, rows: rows.map((row) => givenTouch(org, row)) })

/** The journeys as read, one per line: 'lead 2026-04 mql 2026-05 × 2'; fails where counting anew gives others. */
async function walked(): Promise<string[]> {
  const found = await journeys(reader(), of(), { from: '2026-01', to: '2027-03' })
  expect(await rebuildRollups(org.admin)).toEqual(NOTHING)
  return found.map(({ reached, count }) => `${Object.entries(reached).flat().join(' ')} × ${count}`).toSorted()
}

/** Influenced opportunities created in the year: as the figure says, and as the list behind it says. */
async function influenced(today = '2026-10-05', window = 180): Promise<[number, number]> {
  const wanted = { ...YEAR, historyFrom: '2025-10', historyTo: '2026-09', by: 'channel', set: 'created' } as const
  const { created } = await pipelineSource(reader(), of(today, window), wanted)
  const filter = DealFilter.parse({ ...YEAR, basis: 'created', influenced: 'yes' })
  const { total } = await dealPage(org.admin, of(today, window), filter)
  expect(await rebuildRollups(org.admin)).toEqual(NOTHING)
  return [contributionOf(created, 'all').influenced.count, total]
}

describe('journeys kept in step', () => {
  it('with a lead that is imported, dated anew, and taken back', async () => {
    const { importId } = await startImport(org.admin, { kind: 'leads', fileName: 'リード.csv', mapping: {} })
    const [first, second] = [
      { identity: 'x:1', stages: { lead: '2026-04-10', mql: '2026-05-02' } },
      { identity: 'x:2', stages: { lead: '2026-04-11', mql: '2026-05-03' } },
    ]
    await leads(importId, first, second)
    await finishImport(org.admin, { importId, state: 'done', faulty: 0 })
    expect(await walked()).toEqual(['lead 2026-04 mql 2026-05 × 2'])
    await leads(null, { identity: 'x:1', stages: { lead: '2026-03-31T14:59:59Z', mql: '2026-06-01' } })
    expect(await walked()).toEqual(['lead 2026-03 mql 2026-06 × 1', 'lead 2026-04 mql 2026-05 × 1'])
    await leads(null, { identity: 'x:1', stages: { lead: null, mql: '2026-06-01' } })
    expect(await walked()).toEqual(['lead 2026-04 mql 2026-05 × 1'])
    await undoImport(org.admin, { importId })
    expect(await walked()).toEqual([])
  })

  it('with opportunities that come, are won, go over to another lead, and lose theirs', async () => {
    const { importId } = await startImport(org.admin, { kind: 'leads', fileName: 'リード.csv', mapping: {} })
    await leads(importId, { identity: 'x:L1' }, { identity: 'x:L2', stages: { lead: '2026-05-01' } })
    await finishImport(org.admin, { importId, state: 'done', faulty: 0 })
    const channelId = org.channelIds.紹介 ?? null
    await deals(null, { leadExternalId: 'L1', channelId, createdOn: '2026-06-01' })
    expect(await walked()).toEqual(['lead 2026-04 opportunity 2026-06 × 1', 'lead 2026-05 × 1'])
    await deals(null, {
      leadExternalId: 'L2',
      channelId,
      createdOn: '2026-06-01',
      state: 'won',
      closedOn: '2026-07-01',
    })
    expect(await walked()).toEqual(['lead 2026-04 × 1', 'lead 2026-05 opportunity 2026-06 won 2026-07 × 1'])
    await undoImport(org.admin, { importId })
    expect(await walked()).toEqual(['opportunity 2026-06 won 2026-07 × 1'])
  })
})

describe('handovers kept in step', () => {
  it('with what sales note, and each state is as many as its list', async () => {
    await leads(
      null,
      { identity: 'x:1', passedAt: '2026-04-01T15:00:00Z' },
      { identity: 'x:2', passedAt: '2026-10-01' },
      { identity: 'x:3', passedAt: '2026-05-31', returnedAt: '2026-06-02', returnReason: '対象外' },
    )
    const states = async () => {
      const { waiting, untouched, inTime, late, returned } = handoverOf(await handoverCells(reader(), of(), YEAR))
      for (const [state, count] of Object.entries({ waiting, untouched, inTime, late, returned })) {
        const filter = LeadFilter.parse({ ...YEAR, basis: 'passed', handover: state })
        expect([state, (await leadPage(org.admin, of(), filter)).total]).toEqual([state, count])
      }
      expect(await rebuildRollups(org.admin)).toEqual(NOTHING)
      return { waiting, untouched, inTime, late, returned }
    }
    expect(await states()).toEqual({ waiting: 1, untouched: 1, inTime: 0, late: 0, returned: 1 })
    const { rows } = await leadPage(org.admin, of(), LeadFilter.parse({ ...YEAR, handover: 'untouched' }))
    await saveHandover(org.admin, { leadId: rows[0]?.id ?? '', workedAt: '2026-04-04' })
    expect(await states()).toEqual({ waiting: 1, untouched: 0, inTime: 1, late: 0, returned: 1 })
    const may = handoverOf(await handoverCells(reader(), of(), { from: '2026-05', to: '2026-05' }))
    expect([may.passed, may.reasons]).toEqual([1, [{ reason: '対象外', count: 1 }]])
  })
})

describe('influence kept in step', () => {
  const account = { externalId: 'A' }

  it('with touches that come, are dated anew, and are taken back', async () => {
    await deals(null, { account, createdOn: '2026-06-10' })
    expect(await influenced()).toEqual([0, 0])
    const { importId } = await startImport(org.admin, { kind: 'touches', fileName: '接点.csv', mapping: {} })
    await touches(importId, { account, at: '2026-06-10T14:59:59Z' })
    await finishImport(org.admin, { importId, state: 'done', faulty: 0 })
    expect(await influenced()).toEqual([1, 1])
    await undoImport(org.admin, { importId })
    expect(await influenced()).toEqual([0, 0])
  })

  it('in the window before creation, or before today while it is open: 60 days reach neither, 61 do', async () => {
    await deals(null, { account, createdOn: '2026-06-10' })
    await touches(null, { account, at: '2026-04-10' })
    expect(await influenced('2027-03-01', 60)).toEqual([0, 0])
    expect(await influenced('2027-03-01', 61)).toEqual([1, 1])
    expect(await influenced('2026-06-09', 60)).toEqual([1, 1])
  })

  it('with an opportunity that is closed or created on another day by hand', async () => {
    await deals(null, { account, createdOn: '2026-06-10' })
    await touches(null, { account, at: '2026-09-01' })
    expect(await influenced('2026-10-05', 60)).toEqual([1, 1])
    const { rows } = await dealPage(org.admin, of(), DealFilter.parse({ basis: 'open' }))
    await saveOpportunity(org.admin, { opportunityId: rows[0]?.id ?? '', state: 'lost', closedOn: '2026-08-31' })
    expect(await influenced('2026-10-05', 60)).toEqual([0, 0])
  })

  it('by the touches of its lead too, and by none of a channel that is not marketing’s', async () => {
    await addChannel(org.admin, { name: '既存深耕', isMarketing: false })
    const own = (await channels(org.admin)).find(({ name }) => name === '既存深耕')?.id ?? ''
    await leads(null, { identity: 'x:L1' })
    await deals(null, { leadExternalId: 'L1' }, { identity: 'x:O2', account })
    await touches(null, { leadExternalId: 'L1' }, { identity: 'x:T2', account, channelId: own })
    expect(await influenced()).toEqual([1, 1])
  })

  it('with two accounts that become one, and two again', async () => {
    await deals(null, { account: { externalId: '001', name: '青葉精機株式会社' }, createdOn: '2026-06-10' })
    await touches(null, { account: { externalId: '002', name: '㈱青葉精機' }, at: '2026-06-01' })
    expect(await influenced()).toEqual([0, 0])
    const found = await accountsNamed(org.admin, '青葉精機')
    const idOf = (external: string) => found.find(({ externalId }) => externalId === external)?.id ?? ''
    const { mergeId } = await mergeAccounts(org.admin, { fromId: idOf('002'), intoId: idOf('001') })
    expect(await influenced()).toEqual([1, 1])
    await undoAccountMerge(org.admin, { mergeId })
    expect(await influenced()).toEqual([0, 0])
  })

  it('of an open opportunity, whose last touch is dated after today, by the one before it', async () => {
    await deals(null, { account, createdOn: '2026-01-10' })
    await touches(null, { account, at: '2026-10-01' }, { identity: 'x:T2', account, at: '2026-12-24' })
    const open = { basis: 'open', influenced: 'yes' } as const
    const found = async (today: string, window: number) =>
      (await dealPage(org.admin, of(today, window), DealFilter.parse(open))).total
    expect([await found('2026-10-05', 30), await found('2026-09-30', 30), await found('2026-12-24', 1)]).toEqual([
      1, 0, 1,
    ])
  })
})

it.each(['America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'])(
  'a write and the rebuild place the same moments in the same days: summer time and month ends in %s',
  async (timeZone) => {
    org = await givenOrganisation({ timeZone })
    // Every five hours around the changes of the clocks and the ends of their months.
    const starts = ['2026-03-06T00:00:00Z', '2026-03-30T00:00:00Z', '2026-10-03T00:00:00Z', '2026-10-30T00:00:00Z']
    const moments = starts.flatMap((start) =>
      Array.from({ length: 24 }, (_, i) => new Date(Date.parse(start) + i * 5 * 3_600_000).toISOString()),
    )
    const rows = moments.map((at, i) => ({
      ...{ identity: `x:${i}`, stages: { lead: at, mql: moments[(i + 7) % moments.length] ?? at }, passedAt: at },
      ...(i % 2 === 0 ? { workedAt: moments[(i + 3) % moments.length] ?? at } : {}),
      ...(i % 5 === 0 ? { returnedAt: at, returnReason: '対象外' } : {}),
    }))
    await leads(null, ...rows)
    expect(await rebuildRollups(org.admin)).toEqual(NOTHING)
  },
)

it('what is wrong in the pipeline’s rollups is mended and told', async () => {
  await leads(null, { passedAt: '2026-04-11' })
  await deals(null, { account: { externalId: 'A' } })
  await touches(null, { account: { externalId: 'A' } })
  await withOrg(org.admin, async ({ $client }) => {
    await $client.query('update journey_rollup set records = 3')
    await $client.query('delete from handover_rollup')
    await $client.query('delete from opportunity_influences')
    await $client.query("update opportunities set touched_before_close = '2020-01-01'")
  })
  const { journeys: walkedAgain, handovers, influences } = await rebuildRollups(org.admin)
  expect(walkedAgain.map(({ records }) => records)).toEqual([-2, -2])
  expect(handovers.map(({ passed_on, records }) => [passed_on, records])).toEqual([['2026-04-11', 1]])
  expect(influences).toBe(2)
  expect(await rebuildRollups(org.admin)).toEqual(NOTHING)
})

it('nobody sees another organisation’s rollups', async () => {
  await leads(null, { passedAt: '2026-04-11' })
  await deals(null, { account: { externalId: 'A' } })
  await touches(null, { account: { externalId: 'A' } })
  const seen = (admin: GivenOrganisation['admin']) =>
    readOrg(admin, async ({ $client }) => {
      const { rows } = await $client.query(`select (select count(*) from journey_rollup)::int
        + (select count(*) from handover_rollup)::int + (select count(*) from opportunity_influences)::int as rows`)
      return rows[0]?.rows
    })
  expect(await seen(org.admin)).toBe(4)
  expect(await seen((await givenOrganisation()).admin)).toBe(0)
})
