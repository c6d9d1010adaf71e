import { beforeEach, describe, expect, it } from 'vitest'
import { readOrg } from '../client'
import { type GivenOrganisation, givenMember, givenOrganisation } from '../fixtures'
import { accountMergesOf, accountsNamed, probableDuplicates } from '../queries/accounts'
import { givenLead, givenOpportunity, givenTouch, rollupOf } from '../record-fixtures'
import { addTeam } from './add-team'
import { finishImport } from './finish-import'
import { mergeAccounts } from './merge-accounts'
import { startImport } from './start-import'
import { undoAccountMerge } from './undo-account-merge'
import { undoImport } from './undo-import'
import { upsertLeads } from './upsert-leads'
import { upsertOpportunities } from './upsert-opportunities'
import { upsertTouches } from './upsert-touches'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

const CRM = { externalId: '001', name: '青葉精機株式会社' }
const NAME = { name: '㈱青葉精機' }

const lead = (row: Parameters<typeof givenLead>[1], importId: string | null = null) =>
  upsertLeads(org.admin, { importId, rows: [givenLead(org, row)] })
const deal = (row: Parameters<typeof givenOpportunity>[1]) =>
  upsertOpportunities(org.admin, { importId: null, rows: [givenOpportunity(org, row)] })
const touch = (row: Parameters<typeof givenTouch>[1]) =>
  upsertTouches(org.admin, { importId: null, rows: [givenTouch(org, row)] })

const ask = async (text: string) =>
  readOrg(org.admin, async (tx) => (await tx.$client.query<Record<string, string>>(text, [org.orgId])).rows)

/** Identity and account ('名前 CRM id') of each lead, deal and touch. */
async function owners(): Promise<string[]> {
  const rows = await ask(
    `select r.identity, a.name, a.external_id as external from (
       select org_id, identity, account_id from leads union all select org_id, identity, account_id from opportunities
       union all select org_id, identity, account_id from touches) r
     left join accounts a on a.org_id = r.org_id and a.id = r.account_id where r.org_id = $1 order by r.identity`,
  )
  return rows.map(({ identity, name, external }) => `${identity} ${name ?? '—'} ${external ?? '—'}`)
}

async function idOf(name: string, externalId: string | null): Promise<string> {
  const found = (await accountsNamed(org.admin, name)).find((each) => each.externalId === externalId)
  return found?.id ?? ''
}

/** A deal of the CRM's account, and what marketing knows of the same company by its name alone. */
async function givenTwo() {
  // An account known by its name takes a CRM id with the same name: the CRM's comes first here.
  await deal({ identity: 'x:D', account: CRM, createdOn: '2026-04-20' })
  await deal({ identity: 'x:Other', account: { externalId: '002', name: CRM.name } })
  await touch({ identity: 'x:T', account: NAME, at: '2026-04-01' })
  await lead({ identity: 'x:L', account: NAME })
  return { fromId: await idOf('青葉精機', null), intoId: await idOf('青葉精機', '001') }
}

describe('two accounts that are one company', () => {
  it('are found by their normalised name, with what hangs on them', async () => {
    await givenTwo()
    await deal({ identity: 'x:Alone', account: { name: '北斗電子' } })
    const none = { leads: 0, opportunities: 0, touches: 0 }
    expect(await probableDuplicates(org.admin)).toMatchObject([
      {
        key: '青葉精機',
        accounts: [
          { externalId: '001', name: '青葉精機株式会社', ...none, opportunities: 1 },
          { externalId: '002', name: '青葉精機株式会社', ...none, opportunities: 1 },
          { externalId: null, name: '㈱青葉精機', leads: 1, opportunities: 0, touches: 1 },
        ],
      },
    ])
    expect((await accountsNamed(org.admin, '（株）北斗')).map(({ name }) => name)).toEqual(['北斗電子'])
    expect((await accountsNamed(org.admin, '002')).map(({ externalId }) => externalId)).toEqual(['002'])
    expect(await accountsNamed(org.admin, '%')).toEqual([])
  })

  it('become one: records move, the deal gets the source of its first touch, the rollup follows', async () => {
    const both = await givenTwo()
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 1', '2026-04 salesSourced opportunity 2'])
    expect((await mergeAccounts(org.admin, both)).moved).toEqual({ leads: 1, opportunities: 0, touches: 1 })
    expect(await owners()).toEqual([
      'x:D 青葉精機株式会社 001',
      'x:L 青葉精機株式会社 001',
      'x:Other 青葉精機株式会社 002',
      'x:T 青葉精機株式会社 001',
    ])
    expect(await rollupOf(org)).toEqual([
      '2026-04 Web lead 1',
      '2026-04 展示会 opportunity 1',
      '2026-04 salesSourced opportunity 1',
    ])
    expect(await accountsNamed(org.admin, '青葉')).toHaveLength(2)
  })

  it('tell apart new and existing customers by the wins of both', async () => {
    await deal({ identity: 'x:Won', account: CRM, state: 'won', closedOn: '2026-04-10', createdOn: '2026-04-02' })
    await deal({ identity: 'x:Later', account: { name: '青葉精機 横浜工場' }, createdOn: '2026-05-01' })
    expect(await rollupOf(org)).toContain('2026-05 salesSourced opportunity 1')
    const { mergeId } = await mergeAccounts(org.admin, {
      fromId: await idOf('横浜工場', null),
      intoId: await idOf('青葉精機', '001'),
    })
    expect(await rollupOf(org)).toContain('2026-05 existing opportunity 1')
    await undoAccountMerge(org.admin, { mergeId })
    expect(await rollupOf(org)).toContain('2026-05 salesSourced opportunity 1')
  })

  it('stay one for whatever names the merged account later, by name or by CRM id', async () => {
    const { intoId } = await givenTwo()
    await mergeAccounts(org.admin, { fromId: await idOf('青葉精機', '002'), intoId })
    await mergeAccounts(org.admin, { fromId: await idOf('青葉精機', null), intoId })
    await lead({ identity: 'x:L2', account: { name: '青葉精機(株)' } })
    await lead({ identity: 'x:L3', account: { externalId: '002', name: '青葉精機' } })
    await lead({ identity: 'x:L4', account: { externalId: '777', name: '青葉精機' } })
    expect((await owners()).filter((each) => /x:L[234]/.test(each))).toEqual([
      'x:L2 青葉精機株式会社 001',
      'x:L3 青葉精機株式会社 001',
      // A CRM id that nobody has seen is another company, as it was before.
      'x:L4 青葉精機 777',
    ])
  })

  it('give a CRM id of the merged name to the company that has none', async () => {
    await lead({ identity: 'x:L1', account: { name: '北斗電子' } })
    await lead({ identity: 'x:L2', account: { name: 'ホクト電子' } })
    const [fromId, intoId] = [await idOf('ホクト電子', null), await idOf('北斗電子', null)]
    await mergeAccounts(org.admin, { fromId, intoId })
    await lead({ identity: 'x:L3', account: { externalId: '009', name: 'ホクト電子' } })
    await lead({ identity: 'x:L4', account: { externalId: '010', name: 'ホクト電子' } })
    expect(await owners()).toEqual(['x:L1 北斗電子 —', 'x:L2 北斗電子 —', 'x:L3 北斗電子 —', 'x:L4 ホクト電子 010'])
  })

  it('are two again after the undo, which works once; what came since stays until its source names it again', async () => {
    const { mergeId } = await mergeAccounts(org.admin, await givenTwo())
    await lead({ identity: 'x:New', account: NAME })
    expect(await undoAccountMerge(org.admin, { mergeId })).toEqual({ returned: 2 })
    expect(await owners()).toEqual([
      'x:D 青葉精機株式会社 001',
      'x:L ㈱青葉精機 —',
      'x:New 青葉精機株式会社 001',
      'x:Other 青葉精機株式会社 002',
      'x:T ㈱青葉精機 —',
    ])
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 2', '2026-04 salesSourced opportunity 2'])
    await expect(undoAccountMerge(org.admin, { mergeId })).rejects.toMatchObject({ message: 'mergeUndone' })
    await lead({ identity: 'x:New', account: NAME })
    expect(await owners()).toContain('x:New ㈱青葉精機 —')
    expect(await accountMergesOf(org.admin)).toMatchObject([
      { from: '㈱青葉精機', into: '青葉精機株式会社', leads: 1, touches: 1, by: '山本 大輔', undoneBy: '山本 大輔' },
    ])
  })

  it('are undone from the newest on', async () => {
    const { fromId, intoId } = await givenTwo()
    const other = await idOf('青葉精機', '002')
    const { mergeId } = await mergeAccounts(org.admin, { fromId, intoId })
    const { mergeId: later } = await mergeAccounts(org.admin, { fromId: intoId, intoId: other })
    await expect(mergeAccounts(org.admin, { fromId, intoId: other })).rejects.toMatchObject({
      message: 'accountMerged',
    })
    await expect(undoAccountMerge(org.admin, { mergeId })).rejects.toMatchObject({ message: 'mergeNested' })
    await lead({ identity: 'x:Chain', account: NAME })
    expect(await owners()).toContain('x:Chain 青葉精機株式会社 002')
    await undoAccountMerge(org.admin, { mergeId: later })
    await undoAccountMerge(org.admin, { mergeId })
    expect(await owners()).toContain('x:L ㈱青葉精機 —')
  })

  it('stay one when an import is undone that had moved a record away from the merged account', async () => {
    const both = await givenTwo()
    const { importId } = await startImport(org.admin, { kind: 'leads', fileName: 'x.csv', mapping: {} })
    await lead({ identity: 'x:L', account: { name: '北斗電子' } }, importId)
    await finishImport(org.admin, { importId, state: 'done' })
    await mergeAccounts(org.admin, both)
    await undoImport(org.admin, { importId })
    expect(await owners()).toContain('x:L 青葉精機株式会社 001')
    expect(await rollupOf(org)).toContain('2026-04 展示会 opportunity 1')
  })

  it('are told to attribution, each way: its deals are credited anew', async () => {
    const both = await givenTwo()
    const marks = async () => {
      const rows = await ask(
        `select o.identity, d.marked_at::text as at from attribution_dirty d
         join opportunities o on o.org_id = d.org_id and o.id = d.opportunity_id where d.org_id = $1`,
      )
      return new Map(rows.map(({ identity, at }) => [identity, at]))
    }
    const before = await marks()
    const { mergeId } = await mergeAccounts(org.admin, both)
    const merged = await marks()
    expect(merged.get('x:D')).not.toBe(before.get('x:D'))
    await undoAccountMerge(org.admin, { mergeId })
    expect((await marks()).get('x:D')).not.toBe(merged.get('x:D'))
    expect((await marks()).get('x:Other')).toBe(before.get('x:Other'))
  })

  it('leave an audit row each way', async () => {
    const { mergeId } = await mergeAccounts(org.admin, await givenTwo())
    await undoAccountMerge(org.admin, { mergeId })
    const rows = await ask(
      `select action, subject_id, before ->> 'name' as name, after ->> 'leads' as leads, after ->> 'returned' as returned
       from audit_log where org_id = $1 and action like 'account.%' order by at`,
    )
    expect(rows).toEqual([
      { action: 'account.merge', subject_id: mergeId, name: '㈱青葉精機', leads: '1', returned: null },
      { action: 'account.unmerge', subject_id: mergeId, name: null, leads: null, returned: '2' },
    ])
  })

  it('merged by two people at once are merged once', async () => {
    const both = await givenTwo()
    const outcomes = await Promise.allSettled([mergeAccounts(org.admin, both), mergeAccounts(org.admin, both)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await accountMergesOf(org.admin)).toHaveLength(1)
  })
})

describe('a membership of some teams', () => {
  it('neither finds nor merges accounts with records of the others', async () => {
    const both = await givenTwo()
    const { teamId } = await addTeam(org.admin, { name: '第二' })
    const limited = await givenMember(org, 'sales_manager', { teamIds: [teamId] })
    expect(await probableDuplicates(limited)).toEqual([])
    await expect(mergeAccounts(limited, both)).rejects.toMatchObject({ code: 'notFound' })
    await deal({ identity: 'x:1', teamId, account: { externalId: '501', name: '南風物産' } })
    await deal({ identity: 'x:2', teamId, account: { externalId: '502', name: '南風物産' } })
    const [found] = await probableDuplicates(limited)
    const [intoId, fromId] = (found?.accounts ?? []).map(({ id }) => id)
    const { mergeId } = await mergeAccounts(limited, { fromId: fromId ?? '', intoId: intoId ?? '' })
    await undoAccountMerge(limited, { mergeId })
    await deal({ identity: 'x:1', account: { externalId: '501', name: '南風物産' } })
    expect(await accountMergesOf(limited)).toEqual([])
  })
})
