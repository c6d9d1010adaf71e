import { beforeEach, describe, expect, it } from 'vitest'
import { readOrg, withOrg } from '../client'
import { mergeAccounts } from '../commands/merge-accounts'
import { saveOpportunity } from '../commands/save-opportunity'
import { undoAccountMerge } from '../commands/undo-account-merge'
import { undoImport } from '../commands/undo-import'
import { upsertLeads } from '../commands/upsert-leads'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { upsertTouches } from '../commands/upsert-touches'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { givenImport } from '../imports/fixtures'
import { attributionStanding } from '../queries/attribution'
import { givenLead, givenOpportunity, givenTouch } from '../record-fixtures'
import { creditLines, givenTouches, givenWon, reader, requireExact } from './fixtures'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

const aLead = (at: string, changes: Parameters<typeof givenLead>[1] = {}) =>
  upsertLeads(org.admin, {
    importId: null,
    rows: [givenLead(org, { account: { name: 'A社' }, stages: { lead: at }, ...changes })],
  })

async function dealId(): Promise<string> {
  return readOrg(org.admin, async ({ $client }) => {
    const { rows } = await $client.query<{ id: string }>('select id from opportunities where org_id = $1', [org.orgId])
    return rows[0]?.id ?? ''
  })
}

function accountIds(): Promise<string[]> {
  return readOrg(org.admin, async ({ $client }) => {
    const text = 'select id from accounts where org_id = $1 order by name'
    return (await $client.query<{ id: string }>(text, [org.orgId])).rows.map(({ id }) => id)
  })
}

describe('credits', () => {
  it('follow the touches of the account up to the day of close', async () => {
    await givenTouches(org, [
      ['Web', '2026-04-01'],
      ['展示会', '2026-05-10T03:00:00Z'],
      ['セミナー', '2026-06-30T14:59:59Z'],
      ['広告', '2026-06-30T15:00:00Z'],
    ])
    await givenWon(org)
    const third = ['2026-06 Web 333334', '2026-06 セミナー 333333', '2026-06 展示会 333333']
    expect(await creditLines(org, 'linear')).toEqual(third)
    expect(await creditLines(org, 'first')).toEqual(['2026-06 Web 1000000'])
    expect(await creditLines(org, 'last')).toEqual(['2026-06 セミナー 1000000'])
    expect(await creditLines(org, 'linear', 'created')).toEqual(['2026-04 Web 1000000'])
    await requireExact(org)
  })

  it('stand in the month of the close, and revenue so far in that of the lead, by the organisation’s calendar', async () => {
    await aLead('2026-03-31T15:00:00Z')
    await givenTouches(org, [['Web', '2026-03-31T15:00:00Z']])
    await givenWon(org, { createdOn: '2026-04-01' })
    expect(await creditLines(org, 'last')).toEqual(['2026-06 Web 1000000'])
    expect(await creditLines(org, 'last', 'cohort')).toEqual(['2026-04 Web 1000000'])
    expect(await creditLines(org, 'last', 'created')).toEqual(['2026-04 Web 1000000'])
    await requireExact(org)
  })

  const THREE = [
    ['Web', '2026-04-01'],
    ['展示会', '2026-05-01T01:00:00Z'],
    ['セミナー', '2026-06-01'],
  ] as const
  const may = { createdOn: '2026-05-20' }

  it.each([
    ['of a bare day counts to the day’s end', '2026-05-01', [400_000, 400_000, 200_000]],
    ['of a moment counts to the moment', '2026-05-01T00:30:00Z', [800_000, 100_000, 100_000]],
    ['after the opportunity is none of its', '2026-05-21', [666_667, 166_667, 166_666]],
  ])('a lead %s', async (_, at, [web, fair, seminar]) => {
    await givenTouches(org, THREE)
    await aLead(at)
    await givenWon(org, may)
    const lines = [`2026-06 Web ${web}`, `2026-06 セミナー ${seminar}`, `2026-06 展示会 ${fair}`]
    expect(await creditLines(org, 'uLeadCreation')).toEqual(lines)
    await requireExact(org)
  })

  it('take the account’s earliest lead, and follow it when it is dated anew', async () => {
    await givenTouches(org, THREE)
    await aLead('2026-05-19', { identity: 'x:L2' })
    await aLead('2026-05-01')
    await givenWon(org, may)
    expect(await creditLines(org, 'uLeadCreation')).toContain('2026-06 展示会 400000')
    await aLead('2026-04-15')
    expect(await creditLines(org, 'uLeadCreation')).toContain('2026-06 Web 800000')
    expect(await creditLines(org, 'last', 'cohort')).toEqual(['2026-04 セミナー 1000000'])
    await requireExact(org)
  })

  it('follow a lead that passes a touch within its month', async () => {
    await givenTouches(org, THREE)
    await aLead('2026-05-01')
    await givenWon(org, may)
    expect(await creditLines(org, 'uLeadCreation')).toContain('2026-06 展示会 400000')
    await aLead('2026-05-01T00:30:00Z')
    expect(await creditLines(org, 'uLeadCreation')).toContain('2026-06 Web 800000')
    expect(await creditLines(org, 'uLeadCreation', 'created')).toEqual(['2026-05 Web 800000', '2026-05 展示会 200000'])
    await requireExact(org)
  })

  it('follow a lead that comes to another month and passes no touch', async () => {
    await givenTouches(org, [['Web', '2026-04-01']])
    await aLead('2026-04-15')
    await givenWon(org, may)
    expect(await creditLines(org, 'w', 'cohort')).toEqual(['2026-04 Web 1000000'])
    await aLead('2026-05-02')
    expect(await creditLines(org, 'w', 'cohort')).toEqual(['2026-05 Web 1000000'])
    await requireExact(org)
  })

  it('keep the day of a lead that passes no touch, and measure the half-life by it', async () => {
    await givenTouches(org, [['Web', '2026-04-01']])
    await aLead('2026-04-15')
    await givenWon(org, { closedOn: '2026-04-10' })
    expect(await creditLines(org, 'w')).toEqual(['2026-04 Web 1000000'])
    const measured = async () => {
      const { rules } = await attributionStanding(await reader(org))
      return [rules.halfLifeDays, rules.halfLifeOf]
    }
    expect(await measured()).toEqual([30, 0])
    await aLead('2026-04-06')
    expect(await measured()).toEqual([4, 1])
    expect(await creditLines(org, 'w', 'cohort')).toEqual(['2026-04 Web 1000000'])
    await requireExact(org)
  })

  it('follow a lead dated anew also where it was not yet kept whose a journey is', async () => {
    await givenTouches(org, THREE)
    await aLead('2026-05-01')
    await givenWon(org, may)
    expect(await creditLines(org, 'uLeadCreation')).toContain('2026-06 展示会 400000')
    await withOrg(org.admin, ({ $client }) =>
      $client.query('update attribution_journeys set account_id = null, lead_id = null where org_id = $1', [org.orgId]),
    )
    await aLead('2026-04-15')
    expect(await creditLines(org, 'uLeadCreation')).toContain('2026-06 Web 800000')
    await requireExact(org)
  })

  it('of a deal that was won before it was created end with each of the two days', async () => {
    await givenTouches(org, [
      ['Web', '2026-04-05'],
      ['展示会', '2026-04-15'],
    ])
    await givenWon(org, { closedOn: '2026-04-10' })
    expect(await creditLines(org, 'last')).toEqual(['2026-04 Web 1000000'])
    expect(await creditLines(org, 'last', 'created')).toEqual(['2026-04 展示会 1000000'])
    await requireExact(org)
  })

  it('count touches of the account’s other people, and of the own lead without any account', async () => {
    await aLead('2026-04-01', { identity: 'x:L1', account: null })
    await aLead('2026-04-02', { identity: 'x:L2' })
    const touch = (identity: string, channel: string, lead: string) =>
      givenTouch(org, { identity, channelId: org.channelIds[channel] ?? '', at: '2026-04-10', leadExternalId: lead })
    await upsertTouches(org.admin, { importId: null, rows: [touch('x:T1', 'Web', 'L1'), touch('x:T2', '広告', 'L2')] })
    await givenWon(org, { leadExternalId: 'L1', account: null })
    expect(await creditLines(org, 'linear')).toEqual(['2026-06 Web 1000000'])
    await givenWon(org, { leadExternalId: 'L1', account: { name: 'A社' } })
    expect(await creditLines(org, 'linear')).toEqual(['2026-06 Web 500000', '2026-06 広告 500000'])
    await aLead('2026-04-02', { identity: 'x:L2', account: { name: 'B社' } })
    await requireExact(org)
  })

  it('follow a touch that names no account, and its person from company to company', async () => {
    await aLead('2026-04-01')
    await givenWon(org)
    const touch = (at: string) => givenTouch(org, { at, account: null, leadExternalId: 'L1' })
    expect(await creditLines(org, 'w')).toEqual(['2026-06 接点なし 1000000'])
    await upsertTouches(org.admin, { importId: null, rows: [touch('2026-04-02')] })
    expect(await creditLines(org, 'w')).toEqual(['2026-06 展示会 1000000'])
    await aLead('2026-04-01', { account: { name: 'B社' } })
    expect(await creditLines(org, 'w')).toEqual(['2026-06 接点なし 1000000'])
    await aLead('2026-04-01')
    expect(await creditLines(org, 'w')).toEqual(['2026-06 展示会 1000000'])
    await upsertTouches(org.admin, { importId: null, rows: [touch('2026-07-02')] })
    expect(await creditLines(org, 'w')).toEqual(['2026-06 接点なし 1000000'])
    await requireExact(org)
  })

  it('follow touches and a lead dated anew that wait together', async () => {
    await aLead('2026-04-05')
    await givenTouches(org, THREE)
    await givenWon(org)
    expect(await creditLines(org, 'linear')).toHaveLength(3)
    await givenTouches(org, [['広告', '2026-04-02']])
    await aLead('2026-04-06', { sourceAt: '2027-01-01T00:00:00Z' })
    expect(await creditLines(org, 'linear')).toHaveLength(4)
    await requireExact(org)
  })

  it('know whose each touch is, also of an opportunity that came from nobody known', async () => {
    await aLead('2026-04-01')
    const rows = [givenTouch(org, { at: '2026-04-02', leadExternalId: 'L1' })]
    await upsertTouches(org.admin, { importId: null, rows })
    await givenWon(org)
    await givenWon(org, { identity: 'x:O2', account: { name: 'A社' }, leadExternalId: 'L1' })
    await creditLines(org, 'w')
    const owns = await readOrg(org.admin, async ({ $client }) => {
      const text = `select j.touch_owns as owns from attribution_journeys j join opportunities o on o.org_id = j.org_id
        and o.id = j.opportunity_id where j.org_id = $1 order by o.identity`
      return (await $client.query<{ owns: unknown }>(text, [org.orgId])).rows.map((row) => row.owns)
    })
    expect(owns).toEqual([[false], [true]])
  })

  it('leave revenue without any touch on its own line', async () => {
    await givenWon(org)
    await givenTouches(org, [['Web', '2024-06-29']], 'B社')
    await givenWon(org, { identity: 'x:O2', account: { name: 'B社' }, amount: 500_000 })
    expect(await creditLines(org, 'w')).toEqual(['2026-06 接点なし 1500000'])
    await requireExact(org)
  })

  it('follow an edit, a removal and a deal that was lost after all', async () => {
    await givenTouches(org, [['Web', '2026-04-01']])
    await givenWon(org)
    const opportunityId = await dealId()
    await saveOpportunity(org.admin, { opportunityId, amount: 2_500_000, closedOn: '2026-07-01' })
    expect(await creditLines(org, 'w')).toEqual(['2026-07 Web 2500000'])
    await saveOpportunity(org.admin, { opportunityId, state: 'lost' })
    expect(await creditLines(org, 'w')).toEqual([])
    expect(await creditLines(org, 'w', 'created')).toEqual(['2026-04 Web 2500000'])
    await requireExact(org)
  })

  it('of two accounts that become one have the touches of both, and lose them again', async () => {
    await givenTouches(org, [['Web', '2026-04-01']])
    await givenTouches(org, [['広告', '2026-04-02']], 'B社')
    await givenWon(org)
    const [a = '', b = ''] = await accountIds()
    const { mergeId } = await mergeAccounts(org.admin, { fromId: b, intoId: a })
    expect(await creditLines(org, 'linear')).toEqual(['2026-06 Web 500000', '2026-06 広告 500000'])
    await undoAccountMerge(org.admin, { mergeId })
    expect(await creditLines(org, 'linear')).toEqual(['2026-06 Web 1000000'])
    await requireExact(org)
  })

  it('of open opportunities stand while they are open', async () => {
    await givenTouches(org, [['Web', '2026-04-01']])
    const row = givenOpportunity(org, { account: { name: 'A社' } })
    await upsertOpportunities(org.admin, { importId: null, rows: [row] })
    expect(await creditLines(org, 'w', 'open')).toEqual(['2026-04 Web 1000000'])
    await givenWon(org)
    expect(await creditLines(org, 'w', 'open')).toEqual([])
    await requireExact(org)
  })
})

describe('an import', () => {
  const TOUCHES = '接点日時,チャネル,会社名\n2026-04-02 10:00,セミナー,A社\n2026-04-03 10:00,Web,A社\n'

  it('of touches changes the credits, and its undoing takes them back', async () => {
    await givenWon(org)
    expect(await creditLines(org, 'linear')).toEqual(['2026-06 接点なし 1000000'])
    const { importId } = await givenImport(org, 'touches', TOUCHES)
    expect(await creditLines(org, 'linear')).toEqual(['2026-06 Web 500000', '2026-06 セミナー 500000'])
    await requireExact(org)
    await undoImport(org.admin, { importId })
    expect(await creditLines(org, 'linear')).toEqual(['2026-06 接点なし 1000000'])
    await requireExact(org)
  })

  it('of opportunities that is undone leaves no credit behind', async () => {
    await givenTouches(org, [['Web', '2026-04-01']])
    const deals = 'ID,商談名,会社名,金額,作成日,クローズ日,フェーズ\n1,案件,A社,"1,000",2026-04-20,2026-06-30,受注\n'
    const { importId } = await givenImport(org, 'opportunities', deals)
    expect(await creditLines(org, 'linear')).toEqual(['2026-06 Web 1000'])
    await undoImport(org.admin, { importId })
    expect(await creditLines(org, 'linear')).toEqual([])
    await requireExact(org)
  })
})
