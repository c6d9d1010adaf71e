import { beforeEach, describe, expect, it } from 'vitest'
import { DealFilter, LeadFilter } from '#lib/input/pipeline'
import { contributionBy, contributionOf } from '#lib/pipeline/contribution'
import { tallyOf } from '#lib/pipeline/deal'
import { handoverOf } from '#lib/pipeline/handover'
import { addTeam } from '../commands/add-team'
import { saveHandover } from '../commands/save-handover'
import { upsertLeads } from '../commands/upsert-leads'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { upsertTouches } from '../commands/upsert-touches'
import { type GivenOrganisation, givenMember, givenOrganisation } from '../fixtures'
import { givenLead, givenOpportunity, givenTouch } from '../record-fixtures'
import { teams } from './organisation'
import { handoverCells, hasRecords, journeys, pipelineNames, pipelineSource } from './pipeline'
import { dealPage } from './pipeline-deal-list'
import { leadPage } from './pipeline-lead-list'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

let version = 1_000_000
/** The admin as a later request finds them: what was written in between raised the data version. */
const reader = () => ({ ...org.admin, dataVersion: ++version })
const of = (given: { teamId?: string; window?: number; today?: string; owner?: string | null } = {}) => ({
  ...{ teamId: org.rootId, timeZone: 'Asia/Tokyo', today: '2026-10-05', window: 180 },
  ...given,
})
const QUARTER = { from: '2026-04', to: '2026-06', historyFrom: '2025-10', historyTo: '2026-09' } as const
const summary = (by: 'channel' | 'owner' = 'channel', given = {}) =>
  pipelineSource(reader(), of(given), { ...QUARTER, by, set: 'created' })

const deals = (...rows: Parameters<typeof givenOpportunity>[1][]) =>
  upsertOpportunities(org.admin, { importId: null, rows: rows.map((row) => givenOpportunity(org, row)) })
const leads = (...rows: Parameters<typeof givenLead>[1][]) =>
  upsertLeads(org.admin, { importId: null, rows: rows.map((row) => givenLead(org, row)) })
const touches = (...rows: Parameters<typeof givenTouch>[1][]) =>
  upsertTouches(org.admin, { importId: null, rows: rows.map((row) => givenTouch(org, row)) })
const found = async (filter: Record<string, string>, given = {}) =>
  (await dealPage(org.admin, of(given), DealFilter.parse(filter))).rows.map(({ name }) => name)

describe('contribution from records', () => {
  beforeEach(async () => {
    const [a, b] = [{ externalId: 'A' }, { externalId: 'B' }]
    await deals(
      { identity: 'x:1', name: '創出', account: a, channelId: org.channelIds.Web, amount: 3_000_000, owner: '田中' },
      { identity: 'x:2', name: '独自', account: b, amount: 1_000_000, owner: '森' },
      { identity: 'x:3', name: '前期', createdOn: '2026-03-31', amount: 9_000_000 },
      {
        identity: 'x:4',
        name: '受注',
        state: 'won',
        createdOn: '2026-04-01',
        closedOn: '2026-06-30',
        channelId: org.channelIds.Web,
      },
    )
    // Created on 20 April: the touch of B is 10 days before it, that of A a day after it and long before today's window.
    await touches(
      { identity: 'x:T1', account: b, at: '2026-04-10' },
      { identity: 'x:T2', account: b, at: '2026-04-11', channelId: org.channelIds.セミナー },
      { identity: 'x:T3', account: a, at: '2026-04-21' },
    )
  })

  it('tells sourced, influenced and 営業独自 apart; a first touch of marketing sources what has no source', async () => {
    const { created } = await summary()
    const { total, sourced, influenced } = contributionOf(created, 'new')
    expect([total.count, total.amount]).toEqual([3, 5_000_000])
    expect([sourced.count, sourced.amount]).toEqual([3, 5_000_000])
    expect([influenced.count, influenced.amount]).toEqual([2, 4_000_000])
  })

  it('keeps to the window: of 5 days, neither touch reaches a creation or today', async () => {
    const { created } = await summary('owner', { window: 5 })
    expect(contributionOf(created, 'new').influenced.count).toBe(0)
  })

  it('counts one opportunity with each channel that touched it', async () => {
    const { created, influences } = await summary()
    const rows = contributionBy(created, { scope: 'new', influences })
    const named = new Map(Object.entries(org.channelIds).map(([name, id]) => [id, name]))
    expect(rows.map(({ key, influenced }) => [named.get(key ?? ''), influenced.count]).sort()).toEqual([
      ['Web', 0],
      ['セミナー', 1],
      ['展示会', 2],
    ])
  })

  it('shows the records behind each figure, and no others', async () => {
    const created = { basis: 'created', from: '2026-04', to: '2026-06' }
    expect((await found({ ...created, sourced: 'yes' })).sort()).toEqual(['創出', '受注', '独自'].sort())
    expect((await found({ ...created, influenced: 'yes' })).sort()).toEqual(['創出', '独自'].sort())
    expect(await found({ ...created, touchChannel: org.channelIds.セミナー ?? '' })).toEqual(['独自'])
    expect(await found({ ...created, owner: '田中' })).toEqual(['創出'])
    expect(await found({ ...created, owner: '-' })).toEqual(['受注'])
    expect(await found({ basis: 'closed', from: '2026-06', to: '2026-06', state: 'won' })).toEqual(['受注'])
    expect((await found({ basis: 'open' })).sort()).toEqual(['創出', '独自', '前期'].sort())
  })

  it('of one person is theirs alone, in every figure of the summary', async () => {
    const names = async (owner: string | null) => {
      const { created, open, influences, standing, history } = await summary('channel', { owner })
      const counts = [created, open, influences ?? [], standing, history].map((cells) => tallyOf(cells).count)
      return [tallyOf(open).amount, ...counts]
    }
    // 田中 has one open deal of 3,000,000 and one touch of it; nobody owns 前期 (open) and 受注.
    expect(await names('田中')).toEqual([3_000_000, 1, 1, 1, 1, 0])
    expect(await names('-')).toEqual([9_000_000, 1, 1, 0, 1, 1])
    expect(await names('誰か')).toEqual([0, 0, 0, 0, 0, 0])
    expect(await names(null)).toEqual([13_000_000, 3, 3, 3, 3, 1])
    expect((await pipelineNames(reader(), of())).owners).toEqual(['森', '田中'])
  })

  it('measures win rate and cycle by what was closed in twelve months', async () => {
    const { history, cycle, open } = await summary()
    expect([tallyOf(history).count, cycle, tallyOf(open).amount]).toEqual([1, [{ days: 90, count: 1 }], 13_000_000])
  })

  it('is of the team alone, and of all teams on the root’s page; another organisation sees none of it', async () => {
    await addTeam(org.admin, { name: '東日本' })
    const east = (await teams(org.admin)).find(({ name }) => name === '東日本')?.id ?? ''
    await deals({ identity: 'x:9', name: '東', teamId: east })
    expect(await found({ basis: 'open' }, { teamId: east })).toEqual(['東'])
    expect(await found({ basis: 'open' })).toContain('東')
    const other = await givenOrganisation()
    await expect(dealPage(other.admin, of(), DealFilter.parse({}))).rejects.toMatchObject({ code: 'notFound' })
    expect(await hasRecords(other.admin, of({ teamId: other.rootId }))).toBe(false)
    const viewer = await givenMember(org, 'viewer', { teamIds: [east] })
    await expect(dealPage(viewer, of(), DealFilter.parse({}))).rejects.toMatchObject({ code: 'notFound' })
    const asked = reader()
    expect(await hasRecords(asked, of())).toBe(true)
    const sameVersion = { ...viewer, dataVersion: asked.dataVersion }
    await expect(hasRecords(sameVersion, of())).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a long list', () => {
  it('goes on where the page ended, also when something was added in between', async () => {
    const rows = Array.from({ length: 53 }, (_, i) => ({ identity: `x:${i}`, name: `${i}`, createdOn: '2026-05-01' }))
    await deals(...rows)
    const filter = DealFilter.parse({ basis: 'created', from: '2026-04', to: '2026-06' })
    const first = await dealPage(org.admin, of(), filter)
    expect([first.rows.length, first.total, first.amount]).toEqual([50, 53, 53_000_000])
    await deals({ identity: 'x:new', name: '新', createdOn: '2026-06-01' })
    const second = await dealPage(org.admin, of(), { ...filter, after: first.next })
    expect([second.rows.length, second.next]).toEqual([3, null])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(53)
  })

  it('reads an address that was tampered with as its first page', async () => {
    await deals({})
    for (const after of ['x', '2026-13-45_nothing', "2026-01-01_'; drop table opportunities"]) {
      expect(await found({ basis: 'open', after })).toEqual(['計測システム'])
    }
  })
})

describe('the handover from records', () => {
  // 15:00 in London on 1 April is already 2 April in Tokyo at midnight.
  beforeEach(() =>
    leads(
      { identity: 'x:1', passedAt: '2026-04-01T15:00:00Z', workedAt: '2026-04-07' },
      { identity: 'x:2', passedAt: '2026-04-01', workedAt: '2026-04-07' },
      { identity: 'x:3', passedAt: '2026-09-29' },
      { identity: 'x:4', passedAt: '2026-09-30' },
      { identity: 'x:5', passedAt: '2026-09-01', returnedAt: '2026-09-02', returnReason: '対象外' },
    ),
  )
  const year = { from: '2026-04', to: '2027-03' } as const

  it('counts days by the calendar of the organisation: five are in time, six are late or untouched', async () => {
    expect(handoverOf(await handoverCells(reader(), of(), year))).toMatchObject({
      ...{ passed: 5, inTime: 1, late: 1, waiting: 1, untouched: 1, returned: 1, inTimeRate: 1 / 4 },
    })
  })

  it('shows the leads behind each figure', async () => {
    for (const state of ['inTime', 'late', 'waiting', 'untouched', 'returned'] as const) {
      const page = await leadPage(org.admin, of(), LeadFilter.parse({ ...year, handover: state }))
      expect([page.total, page.rows.map((row) => row.state)]).toEqual([1, [state]])
    }
    const returned = await leadPage(org.admin, of(), LeadFilter.parse({ ...year, reason: '対象外' }))
    expect(returned.rows.map(({ passedOn, returnedOn }) => [passedOn, returnedOn])).toEqual([
      ['2026-09-01', '2026-09-02'],
    ])
  })

  it('changes at once when sales note that they called', async () => {
    const { rows } = await leadPage(org.admin, of(), LeadFilter.parse({ ...year, handover: 'untouched' }))
    await saveHandover(org.admin, { leadId: rows[0]?.id ?? '', workedAt: '2026-10-05' })
    expect(handoverOf(await handoverCells(reader(), of(), year))).toMatchObject({ untouched: 0, late: 2 })
  })
})

describe('journeys', () => {
  it('carry a lead from its month to the first opportunity and its win; what came from no lead begins there', async () => {
    await leads(
      { identity: 'x:L1', stages: { lead: '2026-04-10', mql: '2026-05-31T15:00:00Z' } },
      { identity: 'x:L2', stages: { lead: '2026-04-11', mql: '2026-06-02' } },
      { identity: 'x:L3', stages: { lead: '2026-03-31T14:59:59Z' } },
    )
    await deals(
      { identity: 'x:1', leadExternalId: 'L1', createdOn: '2026-07-01', state: 'won', closedOn: '2026-09-30' },
      { identity: 'x:2', channelId: org.channelIds.紹介, createdOn: '2026-05-01' },
    )
    const found = await journeys(reader(), of(), { from: '2026-04', to: '2026-09' })
    const [web, referral] = [org.channelIds.Web, org.channelIds.紹介]
    expect(found.toSorted((a, b) => JSON.stringify(b.reached).length - JSON.stringify(a.reached).length)).toEqual([
      {
        channelId: web,
        count: 1,
        reached: { lead: '2026-04', mql: '2026-06', opportunity: '2026-07', won: '2026-09' },
      },
      { channelId: web, count: 1, reached: { lead: '2026-04', mql: '2026-06' } },
      { channelId: referral, count: 1, reached: { opportunity: '2026-05' } },
    ])
    const filter = LeadFilter.parse({
      basis: 'cohort',
      from: '2026-04',
      to: '2026-04',
      reached: 'won',
      through: '2026-09',
    })
    expect((await leadPage(org.admin, of(), filter)).total).toBe(1)
    expect((await leadPage(org.admin, of(), { ...filter, through: '2026-08' })).total).toBe(0)
    expect((await leadPage(org.admin, of(), { ...filter, reached: 'mql' })).total).toBe(2)
  })
})
