import { beforeEach, describe, expect, it } from 'vitest'
import { givenTouches, givenWon, reader } from '../attribution/fixtures'
import { FEW_TOUCHES } from '../attribution/markov'
import { withOrg } from '../client'
import { addTeam } from '../commands/add-team'
import { closeMonths } from '../commands/close-months'
import { saveActuals } from '../commands/save-actuals'
import { upsertLeads } from '../commands/upsert-leads'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { givenLead } from '../record-fixtures'
import { markovOf, markovWork } from './attribution-markov'

const JUNE = { from: '2026-06', to: '2026-06', customers: 'new' } as const
let org: GivenOrganisation

/** Journeys G, M, G>M convert and one M does not: 5/11 and 6/11 (DOMAIN §7). G = Web, M = 展示会. */
beforeEach(async () => {
  org = await givenOrganisation()
  await givenTouches(org, [['Web', '2026-05-01']], 'A社')
  await givenTouches(org, [['展示会', '2026-05-01']], 'B社')
  await givenTouches(
    org,
    [
      ['Web', '2026-05-01'],
      ['展示会', '2026-05-02'],
    ],
    'C社',
  )
  await givenTouches(org, [['展示会', '2026-05-01']], 'D社')
  for (const [i, name] of ['A社', 'B社', 'C社'].entries()) {
    await givenWon(org, { identity: `x:O${i}`, account: { name }, amount: 1_100_000 })
  }
})

async function markov(wanted = JUNE, teamId = org.rootId) {
  const answer = await markovOf(await reader(org), { teamId }, wanted)
  if (answer.state !== 'ready') throw new Error('it is still being solved')
  const names = new Map(Object.entries(org.channelIds).map(([name, id]) => [id, name]))
  const rows = answer.rows.map(({ channelId, amount, dealParts }) => [
    channelId && names.get(channelId),
    amount,
    dealParts,
  ])
  return { ...answer, rows }
}

describe('Markov credits', () => {
  it('count journeys that converted and accounts that did not', async () => {
    const { rows, isFrozen } = await markov()
    expect(rows).toEqual([
      ['Web', 1_500_000, 1_363_636],
      ['展示会', 1_800_000, 1_636_364],
    ])
    expect(isFrozen).toBe(false)
  })

  it('leave deals without any touch on their own line', async () => {
    await givenWon(org, { identity: 'x:O9', account: { name: 'E社' }, amount: 70 })
    expect((await markov()).rows).toEqual([
      ['Web', 1_500_000, 1_363_636],
      ['展示会', 1_800_000, 1_636_364],
      [null, 70, 1_000_000],
    ])
  })

  it('take an account whose touch lies before the lookback, or that has won, for none that did not convert', async () => {
    await givenTouches(org, [['展示会', '2025-05-31']], 'F社')
    await givenTouches(org, [['展示会', '2026-06-29']], 'A社')
    await givenWon(org, { identity: 'x:O8', account: { name: 'D社' }, closedOn: '2026-06-30', isNew: false, amount: 1 })
    const { rows } = await markov()
    // G>M, M, G>M convert: without G one of three is left, without M none.
    expect(rows).toEqual([
      ['Web', 1_320_000, 1_200_000],
      ['展示会', 1_980_000, 1_800_000],
    ])
  })

  it('of a team count its own accounts', async () => {
    const { teamId } = await addTeam(org.admin, { name: '東日本' })
    await givenTouches(org, [['Web', '2026-05-01']], 'G社')
    await upsertLeads(org.admin, { importId: null, rows: [givenLead(org, { teamId, account: { name: 'G社' } })] })
    await givenTouches(org, [['Web', '2026-05-01']], 'H社')
    await givenWon(org, { identity: 'x:O7', teamId, account: { name: 'H社' }, amount: 5 })
    expect((await markov(JUNE, teamId)).rows).toEqual([['Web', 5, 1_000_000]])
    await expect(
      markovOf(await reader(org), { teamId: (await givenOrganisation()).rootId }, JUNE),
    ).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('of a month that was closed stay as they were', async () => {
    const cell = { month: '2026-06', line: 'existing', channelId: null, metric: 'revenue', value: 1 } as const
    await saveActuals(org.admin, { teamId: org.rootId, cells: [cell] })
    await closeMonths(org.admin, { teamId: org.rootId, through: '2026-06', today: '2026-10-05' })
    const closed = await markov()
    expect([closed.isFrozen, closed.rows[0]]).toEqual([true, ['Web', 1_500_000, 1_363_636]])
    await givenTouches(org, [['広告', '2026-06-01']], 'A社')
    expect(await markov()).toEqual(closed)
    const quarter = await markovOf(await reader(org), { teamId: org.rootId }, { ...JUNE, from: '2026-04' })
    expect(quarter).toMatchObject({ state: 'ready', isFrozen: false })
  })

  it('of an organisation of many touches are solved in the background, and kept', async () => {
    await withOrg(org.admin, ({ $client }) =>
      $client.query(
        `insert into touches (org_id, id, identity, source_at, channel_id, at)
         select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'n:' || n, now(), $2, '2026-05-01'
         from generate_series(1, ${FEW_TOUCHES}) n`,
        [org.orgId, org.channelIds.広告],
      ),
    )
    const ask = async () => markovOf(await reader(org), { teamId: org.rootId }, JUNE)
    expect(await ask()).toEqual({ state: 'running' })
    await markovWork(org.orgId)
    expect((await markov()).rows).toEqual([
      ['Web', 1_500_000, 1_363_636],
      ['展示会', 1_800_000, 1_636_364],
    ])
  })
})
