import { beforeEach, describe, expect, it } from 'vitest'
import { readOrg } from '../client'
import { type GivenOrganisation, givenMember, givenOrganisation } from '../fixtures'
import { givenCost, givenLead, givenOpportunity, givenTouch, rollupOf } from '../record-fixtures'
import { addChannel } from './add-channel'
import { addTeam } from './add-team'
import { upsertCosts } from './upsert-costs'
import { upsertLeads } from './upsert-leads'
import { upsertOpportunities } from './upsert-opportunities'
import { upsertTouches } from './upsert-touches'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

const leads = (...rows: Parameters<typeof givenLead>[1][]) =>
  upsertLeads(org.admin, { importId: null, rows: rows.map((row) => givenLead(org, row)) })
const deals = (...rows: Parameters<typeof givenOpportunity>[1][]) =>
  upsertOpportunities(org.admin, { importId: null, rows: rows.map((row) => givenOpportunity(org, row)) })
const touches = (...rows: Parameters<typeof givenTouch>[1][]) =>
  upsertTouches(org.admin, { importId: null, rows: rows.map((row) => givenTouch(org, row)) })
const costs = (...rows: Parameters<typeof givenCost>[1][]) =>
  upsertCosts(org.admin, { importId: null, rows: rows.map((row) => givenCost(org, row)) })
const statuses = (results: readonly { readonly status: string }[]) => results.map(({ status }) => status)

async function rowsOf(text: string): Promise<Record<string, unknown>[]> {
  return readOrg(org.admin, async (tx) => (await tx.$client.query(text)).rows)
}

describe('a record', () => {
  it('is created once: the same rows again change nothing', async () => {
    const rows = [{ identity: 'x:1' }, { identity: 'c:abc:1' }, { identity: 'c:abc:2' }]
    expect(statuses(await leads(...rows))).toEqual(['created', 'created', 'created'])
    const before = await rowsOf('select *, xmin::text from leads order by id')
    expect(statuses(await leads(...rows))).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(await rowsOf('select *, xmin::text from leads order by id')).toEqual(before)
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 3'])
  })

  it('keeps what a row leaves out, and clears what it sets to null', async () => {
    await leads({ stages: { lead: '2026-04-10', mql: '2026-05-01' }, returnReason: '時期尚早' })
    await leads({ stages: { mql: '2026-06-01' } })
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 1', '2026-06 Web mql 1'])
    await leads({ stages: { mql: null }, returnReason: null })
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 1'])
    expect(await rowsOf('select return_reason from leads')).toEqual([{ return_reason: null }])
  })

  it('of a newer source time wins, whatever order they arrive in', async () => {
    const at = (hour: number, channel: string) => ({
      sourceAt: `2026-05-01T${String(hour).padStart(2, '0')}:00:00Z`,
      channelId: org.channelIds[channel] ?? '',
    })
    await leads(at(10, 'Web'))
    expect(statuses(await leads(at(12, '広告')))).toEqual(['updated'])
    expect(statuses(await leads(at(11, '紹介')))).toEqual(['older'])
    expect(await rollupOf(org)).toEqual(['2026-04 広告 lead 1'])
    // The same content, newer: nothing changes, but what lies between must not win any more.
    expect(statuses(await leads(at(15, '広告')))).toEqual(['unchanged'])
    expect(statuses(await leads(at(14, '紹介')))).toEqual(['older'])
  })

  it('stands as its newest version after 20 parallel pushes out of order', async () => {
    const order = [7, 13, 2, 19, 5, 11, 0, 16, 9, 4, 18, 1, 12, 6, 15, 3, 17, 8, 14, 10]
    await Promise.all(
      order.map((n) =>
        leads({
          sourceAt: new Date(Date.UTC(2026, 4, 1, n)).toISOString(),
          stages: { lead: `2026-${n < 9 ? '04' : '05'}-10` },
          returnReason: `版 ${n}`,
        }),
      ),
    )
    expect(await rowsOf('select return_reason from leads')).toEqual([{ return_reason: '版 19' }])
    expect(await rollupOf(org)).toEqual(['2026-05 Web lead 1'])
  })

  it('twice in one call is applied twice, in order', async () => {
    expect(statuses(await leads({ returnReason: 'a' }, { returnReason: 'b' }, { returnReason: 'b' }))).toEqual([
      'created',
      'updated',
      'unchanged',
    ])
    expect(await rowsOf('select return_reason from leads')).toEqual([{ return_reason: 'b' }])
  })

  it('with SQL, script and emoji in its texts is kept literally', async () => {
    const name = `'); drop table leads; -- <script>alert(1)</script> 👩‍👩‍👧‍👦`
    await deals({ name, account: { name } })
    expect(
      await rowsOf('select o.name, a.name as account from opportunities o join accounts a on a.id = o.account_id'),
    ).toEqual([{ name, account: name }])
  })

  it.each(['x\u0000y', 'x\ud800y', 'x\u202ey'])('with %j in its name is refused', async (name) => {
    await expect(deals({ name })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('rows that point at what is not there', () => {
  it('are refused one by one, and the others are written', async () => {
    const other = await givenOrganisation()
    const results = await leads(
      { identity: 'x:1' },
      { identity: 'x:2', channelId: other.channelIds.Web ?? '' },
      { identity: 'x:3', teamId: other.rootId },
      { identity: 'x:4', stages: { sql: '2026-04-01' } },
      { identity: 'x:5', stages: { opportunity: '2026-04-01' } },
      { identity: 'x:6', campaignId: other.rootId },
    )
    expect(results).toEqual([
      { index: 0, status: 'created' },
      { index: 1, status: 'refused', fault: 'channelUnknown' },
      { index: 2, status: 'refused', fault: 'teamUnknown' },
      { index: 3, status: 'refused', fault: 'stageUnknown' },
      { index: 4, status: 'refused', fault: 'stageUnknown' },
      { index: 5, status: 'refused', fault: 'campaignUnknown' },
    ])
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 1'])
  })

  it('of a team out of reach are refused, also when they name another team', async () => {
    const { teamId: own } = await addTeam(org.admin, { name: '東日本' })
    const { teamId: foreign } = await addTeam(org.admin, { name: '西日本' })
    await leads({ identity: 'x:foreign', teamId: foreign }, { identity: 'x:own', teamId: own })
    const limited = await givenMember(org, 'marketer', { teamIds: [own] })
    const rows = ['x:foreign', 'x:own'].map((identity) =>
      givenLead(org, { identity, teamId: own, returnReason: '変更' }),
    )
    expect(await upsertLeads(limited, { importId: null, rows })).toEqual([
      { index: 0, status: 'refused', fault: 'teamUnknown' },
      { index: 1, status: 'updated' },
    ])
  })

  it('name an unknown lead: kept without it, with a remark', async () => {
    expect(await deals({ leadExternalId: 'nobody' })).toEqual([{ index: 0, status: 'created', fault: 'leadUnknown' }])
    await leads({ identity: 'x:somebody' })
    expect(await deals({ leadExternalId: 'somebody' })).toEqual([{ index: 0, status: 'updated' }])
  })
})

describe('an account', () => {
  it('is known by its id, else by its normalised name', async () => {
    await leads(
      { identity: 'x:1', account: { name: '株式会社　山田製作所' } },
      { identity: 'x:2', account: { name: '㈱山田製作所 ' } },
      { identity: 'x:3', account: { externalId: '001', name: '山田製作所' } },
      { identity: 'x:4', account: { externalId: '002', name: '山田製作所' } },
      { identity: 'x:5', account: { name: 'Acme Co., Ltd.' } },
      { identity: 'x:6', account: { name: 'ACME' } },
    )
    const found = await rowsOf(
      `select a.external_id as id, count(*)::int as leads from leads l join accounts a on a.id = l.account_id group by a.id, a.external_id order by 2 desc, 1`,
    )
    expect(found).toEqual([
      { id: '001', leads: 3 },
      { id: null, leads: 2 },
      { id: '002', leads: 1 },
    ])
  })

  it('is made once by parallel pushes', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, i) => leads({ identity: `x:${i}`, account: { name: '並列商事' } })))
    expect(await rowsOf('select count(*)::int as n from accounts')).toEqual([{ n: 1 }])
  })

  it('is not made by a row of another organisation’s team', async () => {
    const other = await givenOrganisation()
    await leads({ teamId: other.rootId, account: { name: '知らない会社' } })
    expect(await rowsOf('select count(*)::int as n from accounts')).toEqual([{ n: 0 }])
  })
})

describe('figures from records', () => {
  it('fall into the month of the organisation’s time zone', async () => {
    await leads(
      { identity: 'x:1', stages: { lead: '2026-03-31T15:00:00Z' } },
      { identity: 'x:2', stages: { lead: '2026-03-31T14:59:59Z' } },
      { identity: 'x:3', stages: { lead: '2026-04-01' } },
      { identity: 'x:4', stages: { lead: '2026-03-31' } },
    )
    expect(await rollupOf(org)).toEqual(['2026-03 Web lead 2', '2026-04 Web lead 2'])
  })

  it('of a lead without dates are none, and it is kept', async () => {
    expect(statuses(await leads({ stages: {} }))).toEqual(['created'])
    expect(await rollupOf(org)).toEqual([])
  })

  it('count sourced deals on their channel, those without a source as the salespeople’s, customers’ as existing', async () => {
    const web = org.channelIds.Web ?? ''
    const { channelId: partner } = await addChannel(org.admin, { name: '代理店', isMarketing: false })
    await deals(
      { identity: 'x:1', channelId: web, state: 'won', closedOn: '2026-06-30', amount: 3_000_000 },
      { identity: 'x:2', channelId: partner, state: 'won', closedOn: '2026-06-30', amount: 500_000 },
      { identity: 'x:3', channelId: web, isNew: false, state: 'won', closedOn: '2026-07-01', amount: 200_000 },
      { identity: 'x:4', channelId: web, state: 'lost', closedOn: '2026-07-01' },
      { identity: 'x:5', channelId: web, state: 'won', closedOn: '2026-06-01', amount: null },
    )
    expect(await rollupOf(org)).toEqual([
      '2026-04 Web opportunity 3',
      '2026-04 existing opportunity 1',
      '2026-04 salesSourced opportunity 1',
      '2026-06 Web revenue 3000000',
      '2026-06 Web won 2',
      '2026-06 salesSourced revenue 500000',
      '2026-06 salesSourced won 1',
      '2026-07 existing revenue 200000',
      '2026-07 existing won 1',
    ])
  })

  it('follow a deal to its lead’s channel, and to the first touch of its account', async () => {
    await leads({ channelId: org.channelIds.セミナー ?? '', emailHmac: 'a'.repeat(64) })
    await deals(
      { identity: 'x:1', emailHmac: 'a'.repeat(64) },
      { identity: 'x:2', account: { name: '接点商事' } },
      { identity: 'x:3', account: { name: '後から商事' } },
    )
    expect(await rollupOf(org)).toEqual([
      '2026-04 セミナー lead 1',
      '2026-04 セミナー opportunity 1',
      '2026-04 salesSourced opportunity 2',
    ])
    await touches(
      { identity: 'x:1', account: { name: '接点商事' }, at: '2026-04-20' },
      { identity: 'x:2', account: { name: '後から商事' }, at: '2026-04-21' },
    )
    await leads({ channelId: org.channelIds.広告 ?? '' })
    expect((await rollupOf(org)).toSorted()).toEqual([
      '2026-04 salesSourced opportunity 1',
      '2026-04 展示会 opportunity 1',
      '2026-04 広告 lead 1',
      '2026-04 広告 opportunity 1',
    ])
  })

  it('take a deal as existing once its account has won before, in whatever order they arrive', async () => {
    const account = { name: 'お得意様' }
    await deals({ identity: 'x:2', account, createdOn: '2026-08-01' })
    expect(await rollupOf(org)).toEqual(['2026-08 salesSourced opportunity 1'])
    await deals({ identity: 'x:1', account, state: 'won', closedOn: '2026-07-31', amount: 1 })
    expect(await rollupOf(org)).toEqual([
      '2026-04 salesSourced opportunity 1',
      '2026-07 salesSourced revenue 1',
      '2026-07 salesSourced won 1',
      '2026-08 existing opportunity 1',
    ])
    await deals({ identity: 'x:1', account, state: 'lost', closedOn: '2026-07-31' })
    expect(await rollupOf(org)).toEqual(['2026-04 salesSourced opportunity 1', '2026-08 salesSourced opportunity 1'])
  })

  it('move with a record from team to team, from month to month', async () => {
    const { teamId } = await addTeam(org.admin, { name: '東日本' })
    await costs({}, { identity: 'x:C2', amount: 5 })
    await costs({ teamId, month: '2026-05' })
    expect(await rollupOf(org)).toEqual(['2026-04 Web cost 5', '2026-05 Web cost 300000'])
  })
})
