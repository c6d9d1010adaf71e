import { beforeEach, describe, expect, it } from 'vitest'
import type { RecordedOpportunities } from '#lib/forecast/recorded'
import { fiscalYear } from '#lib/month'
import { addChannel } from '../commands/add-channel'
import { addTeam } from '../commands/add-team'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { givenOpportunity } from '../record-fixtures'
import { channels, teams } from './organisation'
import { planAndActuals } from './plan-and-actuals'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

let version = 3_000_000
async function recorded(
  teamId = org.rootId,
  of = org,
  { year = 2026, today = '2026-10-05' } = {},
): Promise<RecordedOpportunities> {
  const read = await planAndActuals({ ...of.admin, dataVersion: ++version }, teamId, fiscalYear(year, 4), today)
  return read.opportunities ?? { counted: [], open: [], closed: [] }
}
const deals = (...rows: Parameters<typeof givenOpportunity>[1][]) =>
  upsertOpportunities(org.admin, { importId: null, rows: rows.map((row) => givenOpportunity(org, row)) })
const amounts = ({ open }: RecordedOpportunities) => open.map(({ amount }) => amount).toSorted((a, b) => a - b)

describe('recorded opportunities of a year', () => {
  it('are open ones of marketing’s channels that are expected in it, by month and ヨミ', async () => {
    const channelId = org.channelIds.Web ?? ''
    await addChannel(org.admin, { name: '営業訪問', isMarketing: false })
    const visits = (await channels(org.admin)).find(({ name }) => name === '営業訪問')?.id ?? ''
    const expected = { channelId, expectedCloseOn: '2027-03-31', forecastCategory: 'A' } as const
    await deals(
      { identity: 'x:1', ...expected, amount: 10 },
      { identity: 'x:2', ...expected, amount: null },
      { identity: 'x:3', ...expected, amount: 100, forecastCategory: null },
      { identity: 'x:4', ...expected, amount: 1, expectedCloseOn: '2027-04-01' },
      { identity: 'x:5', ...expected, amount: 2, expectedCloseOn: '2026-03-31' },
      { identity: 'x:6', ...expected, amount: 3, expectedCloseOn: null },
      { identity: 'x:7', ...expected, amount: 4, isNew: false },
      { identity: 'x:8', ...expected, amount: 5, channelId: visits },
      { identity: 'x:9', ...expected, amount: 6, channelId: null },
      { identity: 'x:10', ...expected, amount: 7, state: 'lost', closedOn: '2026-09-30' },
    )
    const { open } = await recorded()
    const march = { teamId: org.rootId, channelId, month: '2027-03' }
    expect(open.toSorted((a, b) => a.amount - b.amount)).toEqual([
      { ...march, category: 'A', count: 2, amount: 10, unpriced: 1 },
      { ...march, category: null, count: 1, amount: 100, unpriced: 0 },
    ])
  })

  it('are what was created and won per month', async () => {
    const channelId = org.channelIds.Web ?? ''
    await deals(
      { identity: 'x:1', channelId, state: 'won', createdOn: '2026-04-30', closedOn: '2026-06-01', amount: 70 },
      { identity: 'x:2', state: 'lost', closedOn: '2026-06-30', forecastCategory: 'C' },
    )
    const { counted } = await recorded()
    expect(counted.map(({ month, metric, value }) => [month, metric, value]).toSorted()).toEqual([
      ['2026-04', 'opportunity', 1],
      ['2026-06', 'revenue', 70],
    ])
  })

  it('are every line’s that were closed in the twelve months before today, by ヨミ', async () => {
    const won = { state: 'won', createdOn: '2025-01-01' } as const
    await deals(
      { identity: 'x:1', ...won, closedOn: '2025-09-30', amount: 1 },
      { identity: 'x:2', ...won, closedOn: '2025-10-01', amount: 20, forecastCategory: 'A' },
      { identity: 'x:3', ...won, closedOn: '2026-09-30', amount: 300, forecastCategory: 'A' },
      { identity: 'x:4', ...won, closedOn: '2026-10-01', amount: 4_000 },
      { identity: 'x:5', state: 'lost', createdOn: '2026-01-01', closedOn: '2026-03-31', amount: null },
    )
    const shown = ({ closed }: RecordedOpportunities) =>
      closed
        .map((lot) => [lot.state, lot.forecastCategory ?? '-', lot.count, lot.amount, lot.unpriced].join(' '))
        .toSorted()
    expect(shown(await recorded())).toEqual(['lost - 1 0 1', 'won A 2 320 0'])
    expect(shown(await recorded(org.rootId, org, { today: '2026-11-01' }))).toEqual([
      ...['lost - 1 0 1', 'won - 1 4000 0', 'won A 1 300 0'],
    ])
    // A year that was over before those months has none of them; the next year has them all.
    expect(shown(await recorded(org.rootId, org, { year: 2024 }))).toEqual([])
    expect(shown(await recorded(org.rootId, org, { year: 2025 }))).toEqual(['lost - 1 0 1', 'won A 1 20 0'])
    expect(shown(await recorded(org.rootId, org, { year: 2027 }))).toEqual(['lost - 1 0 1', 'won A 2 320 0'])
  })

  it('are of the team alone, of all teams on the root’s page, and of no other organisation', async () => {
    await addTeam(org.admin, { name: '東日本' })
    const east = (await teams(org.admin)).find(({ name }) => name === '東日本')?.id ?? ''
    const expected = { channelId: org.channelIds.Web ?? '', expectedCloseOn: '2026-12-01' }
    await deals(
      { identity: 'x:1', ...expected, amount: 10 },
      { identity: 'x:2', ...expected, amount: 20, teamId: east },
    )
    expect(amounts(await recorded(east))).toEqual([20])
    expect(amounts(await recorded())).toEqual([10, 20])
    const other = await givenOrganisation()
    expect(amounts(await recorded(other.rootId, other))).toEqual([])
  })
})
