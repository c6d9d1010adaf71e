import { beforeEach, describe, expect, it } from 'vitest'
import type { Dimension } from '#lib/pipeline/contribution'
import type { Tally } from '#lib/pipeline/deal'
import { addCampaign } from '../commands/add-campaign'
import { addTeam } from '../commands/add-team'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { type GivenOrganisation, givenCampaign, givenOrganisation } from '../fixtures'
import { givenOpportunity } from '../record-fixtures'
import { teams } from './organisation'
import { pipelineNames, pipelineSource, type SummaryWanted } from './pipeline'

let org: GivenOrganisation
let campaignId: string
beforeEach(async () => {
  org = await givenOrganisation()
  const webId = org.channelIds.Web ?? ''
  campaignId = (await addCampaign(org.admin, givenCampaign(org.rootId, webId))).campaignId
  const web = { channelId: webId, campaignId }
  await deals(
    { ...web, owner: '田中', createdOn: '2026-04-01', expectedCloseOn: '2026-10-31', forecastCategory: 'A', amount: 1 },
    {
      ...web,
      owner: '田中',
      createdOn: '2026-04-30',
      expectedCloseOn: '2026-10-01',
      forecastCategory: 'A',
      amount: 20,
    },
    { owner: '森', createdOn: '2026-05-01', expectedCloseOn: '2028-02-29', amount: 300 },
    { createdOn: '2026-06-30', amount: null, isNew: false },
    { state: 'won', createdOn: '2026-03-31', closedOn: '2026-04-30', forecastCategory: 'B', amount: 4_000 },
    { state: 'won', createdOn: '2026-04-01', closedOn: '2026-05-01', forecastCategory: 'B', amount: null },
    { ...web, state: 'lost', createdOn: '2026-03-01', closedOn: '2026-06-30', forecastCategory: 'C', amount: 50_000 },
  )
})

const deals = (...rows: Parameters<typeof givenOpportunity>[1][]) =>
  upsertOpportunities(org.admin, {
    importId: null,
    rows: rows.map((row, i) => givenOpportunity(org, { identity: `x:${i}`, ...row })),
  })

let version = 5_000_000
const QUARTER = { from: '2026-04', to: '2026-06', historyFrom: '2025-10', historyTo: '2026-09' } as const
const reader = () => ({ ...org.admin, dataVersion: ++version })
const of = (teamId = org.rootId) => ({ teamId, timeZone: 'Asia/Tokyo', today: '2026-10-05', window: 90 })
const read = (by: Dimension, wanted: Partial<SummaryWanted> = {}) =>
  pipelineSource(reader(), of(), { ...QUARTER, by, set: 'created', ...wanted })

/** One line for each cell, in their order as text: 'key count amount unpriced'. */
const lines = (cells: readonly (Tally & { readonly key: string | null })[], named: Record<string, string> = {}) =>
  cells
    .map(({ key, count, amount, unpriced }) => [named[key ?? ''] ?? key ?? '-', count, amount, unpriced].join(' '))
    .toSorted()

describe('what is told apart in a breakdown', () => {
  it('is the channel or campaign of the lead source; what has none stands by itself', async () => {
    const channel = { [org.channelIds.Web ?? '']: 'Web' }
    const { created, closed, open } = await read('channel')
    expect(lines(created, channel)).toEqual(['- 1 0 1', '- 1 0 1', '- 1 300 0', 'Web 2 21 0'].toSorted())
    expect(lines(closed, channel)).toEqual(['- 2 4000 1', 'Web 1 50000 0'])
    expect(lines(open, channel)).toEqual(['- 1 0 1', '- 1 300 0', 'Web 2 21 0'])
    const byCampaign = await read('campaign')
    expect(lines(byCampaign.closed, { [campaignId]: '計測展' })).toEqual(['- 2 4000 1', '計測展 1 50000 0'])
  })

  it('is the owner', async () => {
    const { open } = await read('owner')
    expect(lines(open)).toEqual(['- 1 0 1', '森 1 300 0', '田中 2 21 0'])
  })

  it('is the month of creation, of close, or of the expected close, from its first day to its last', async () => {
    const { created, closed, open } = await read('month')
    expect(lines(created)).toEqual(['2026-04 1 0 1', '2026-04 2 21 0', '2026-05 1 300 0', '2026-06 1 0 1'])
    expect(lines(closed)).toEqual(['2026-04 1 4000 0', '2026-05 1 0 1', '2026-06 1 50000 0'])
    expect(lines(open)).toEqual(['- 1 0 1', '2026-10 2 21 0', '2028-02 1 300 0'])
  })

  it('does not change when open ones close in which month', async () => {
    for (const by of ['channel', 'campaign', 'owner', 'month'] as const) {
      const { open } = await read(by)
      const shown = open.map(({ month, forecastCategory, isNew, count, amount }) =>
        [month ?? '-', forecastCategory ?? '-', isNew, count, amount].join(' '),
      )
      expect(shown.toSorted()).toEqual(['- - false 1 0', '2026-10 A true 2 21', '2028-02 - true 1 300'])
    }
  })
})

describe('pace', () => {
  it('takes the days of wins alone, and each ヨミ by what was won and lost of it', async () => {
    const { history, cycle } = await read('channel')
    expect(
      history.map((lot) => [lot.state, lot.forecastCategory, lot.count, lot.amount, lot.unpriced].join(' ')).toSorted(),
    ).toEqual(['lost C 1 50000 0', 'won B 2 4000 1'])
    expect(cycle).toEqual([{ days: 30, count: 2 }])
  })

  it('rests on the twelve months before today, whatever period is looked at', async () => {
    const { cycle, closed } = await read('channel', { from: '2026-07', to: '2026-09' })
    expect([closed, cycle]).toEqual([[], [{ days: 30, count: 2 }]])
    const later = await read('channel', { historyFrom: '2026-05', historyTo: '2027-04' })
    expect(later.cycle).toEqual([{ days: 30, count: 1 }])
  })
})

describe('owners', () => {
  it('are each named once: on the root’s page those of all teams, on a team’s page its own', async () => {
    await addTeam(org.admin, { name: '東日本' })
    const east = (await teams(org.admin)).find(({ name }) => name === '東日本')?.id ?? ''
    await deals(
      { identity: 'x:e1', teamId: east, owner: '森' },
      { identity: 'x:e2', teamId: east, owner: '青木' },
      { identity: 'x:e3', teamId: east, owner: null },
    )
    expect((await pipelineNames(reader(), of())).owners.toSorted()).toEqual(['森', '田中', '青木'].toSorted())
    expect((await pipelineNames(reader(), of(east))).owners.toSorted()).toEqual(['森', '青木'].toSorted())
    const other = await givenOrganisation()
    const theirs = { ...other.admin, dataVersion: ++version }
    expect((await pipelineNames(theirs, of(other.rootId))).owners).toEqual([])
  })
})
