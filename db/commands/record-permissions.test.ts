import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#lib/errors'
import { ROLES, type Role } from '#lib/permissions'
import { readOrg } from '../client'
import { type GivenOrganisation, givenCampaign, givenMember, givenOrganisation } from '../fixtures'
import { newId } from '../id'
import { accountMergesOf, accountsNamed, probableDuplicates } from '../queries/accounts'
import { importsOf } from '../queries/imports'
import type { Session } from '../queries/session'
import { tokensOf } from '../queries/tokens'
import { givenCost, givenLead, givenOpportunity, givenTouch } from '../record-fixtures'
import { addCampaign } from './add-campaign'
import { addTeam } from './add-team'
import { countFrom } from './count-from'
import { finishImport } from './finish-import'
import { importActuals } from './import-actuals'
import { makeToken } from './make-token'
import { mergeAccounts } from './merge-accounts'
import { rememberShape } from './remember-shape'
import { revokeToken } from './revoke-token'
import { saveHandover } from './save-handover'
import { saveOpportunity } from './save-opportunity'
import { startImport } from './start-import'
import { undoAccountMerge } from './undo-account-merge'
import { undoImport } from './undo-import'
import { upsertCosts } from './upsert-costs'
import { upsertLeads } from './upsert-leads'
import { upsertOpportunities } from './upsert-opportunities'
import { upsertTouches } from './upsert-touches'

/** What a command of records may be given: the ids of one organisation, or of another. */
type Given = {
  readonly org: GivenOrganisation
  readonly teamId: string
  readonly channelId: string
  readonly campaignId: string
  readonly importId: string
  readonly actualsId: string
  readonly leadId: string
  readonly opportunityId: string
  readonly tokenId: string
  /** Two accounts with a deal each, and a merge of two others. */
  readonly fromId: string
  readonly intoId: string
  readonly mergeId: string
}

const identity = () => `x:${newId()}`
const cell = (channelId: string) =>
  ({ month: '2026-04', line: 'channel', channelId, metric: 'lead', value: 1 }) as const

const COMMANDS: Record<string, (actor: Session, given: Given) => Promise<unknown>> = {
  'upsert-leads': (actor, { importId, org }) =>
    upsertLeads(actor, { importId, rows: [givenLead(org, { identity: identity() })] }),
  'start-import': (actor) => startImport(actor, { kind: 'leads', fileName: 'x.csv', mapping: {} }),
  'finish-import': (actor, { importId }) => finishImport(actor, { importId, state: 'done' }),
  'import-actuals': (actor, { actualsId, teamId, channelId }) =>
    importActuals(actor, { importId: actualsId, actuals: { teamId, cells: [cell(channelId)] } }),
  'undo-import': async (actor, { importId, org }) => {
    await finishImport(org.admin, { importId, state: 'done' })
    await undoImport(actor, { importId })
  },
  'count-from': (actor, { teamId, channelId }) =>
    countFrom(actor, { teamId, line: 'channel', channelId, metric: 'lead', month: '2026-04' }),
  'save-opportunity': (actor, { opportunityId }) => saveOpportunity(actor, { opportunityId, amount: 1 }),
  'save-handover': (actor, { leadId }) => saveHandover(actor, { leadId, passedAt: '2026-04-12' }),
  'revoke-token': (actor, { tokenId }) => revokeToken(actor, { tokenId }),
  'merge-accounts': (actor, { fromId, intoId }) => mergeAccounts(actor, { fromId, intoId }),
  'undo-account-merge': (actor, { mergeId }) => undoAccountMerge(actor, { mergeId }),
}
const WITHOUT_ID: typeof COMMANDS = {
  'start-import': (actor) => startImport(actor, { kind: 'leads', fileName: 'x.csv', mapping: {} }),
  'remember-shape': (actor) => rememberShape(actor, { kind: 'leads', shape: newId(), mapping: {} }),
  'make-token': (actor) => makeToken(actor, { name: 'CRM', scopes: ['read'] }),
  'upsert-opportunities': (actor, { org }) =>
    upsertOpportunities(actor, { importId: null, rows: [givenOpportunity(org, { identity: identity() })] }),
  'upsert-touches': (actor, { org }) =>
    upsertTouches(actor, { importId: null, rows: [givenTouch(org, { identity: identity() })] }),
  'upsert-costs': (actor, { org }) =>
    upsertCosts(actor, { importId: null, rows: [givenCost(org, { identity: identity() })] }),
}

const IMPORTERS: readonly Role[] = ['marketer', 'admin']
/** PRODUCT, People: who may. */
const MAY: Record<string, readonly Role[]> = {
  ...Object.fromEntries([...Object.keys(COMMANDS), ...Object.keys(WITHOUT_ID)].map((each) => [each, IMPORTERS])),
  'save-opportunity': ['sales_manager', 'admin'],
  'save-handover': ['sales_manager', 'admin'],
  'merge-accounts': ['sales_manager', 'admin'],
  'undo-account-merge': ['sales_manager', 'admin'],
  'make-token': ['admin'],
  'revoke-token': ['admin'],
}

async function codeOf(run: Promise<unknown> | undefined): Promise<string> {
  if (!run) return 'no such command'
  return run.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

/** A lead, a deal, a running import of each kind and a token, in a team of its own. */
async function givenIds(org: GivenOrganisation): Promise<Given> {
  const { teamId } = await addTeam(org.admin, { name: newId() })
  const channelId = org.channelIds.Web ?? ''
  const { campaignId } = await addCampaign(org.admin, givenCampaign(teamId, channelId))
  const { importId } = await startImport(org.admin, { kind: 'leads', fileName: 'x.csv', mapping: {} })
  const actuals = await startImport(org.admin, { kind: 'actuals', fileName: 'x.csv', mapping: {} })
  const [lead, deal] = [identity(), identity()]
  await upsertLeads(org.admin, { importId: null, rows: [givenLead(org, { identity: lead, teamId })] })
  await upsertOpportunities(org.admin, { importId: null, rows: [givenOpportunity(org, { identity: deal, teamId })] })
  const { tokenId } = await makeToken(org.admin, { name: 'CRM', scopes: ['write'] })
  const ids = { leadId: await idOf(org, 'leads', lead), opportunityId: await idOf(org, 'opportunities', deal) }
  const accounts = await givenAccounts(org, teamId)
  return { org, teamId, channelId, campaignId, importId, actualsId: actuals.importId, ...ids, tokenId, ...accounts }
}

/** Four companies with a deal each; the third and fourth are merged. */
async function givenAccounts(org: GivenOrganisation, teamId: string) {
  const names = Array.from({ length: 4 }, () => newId())
  const rows = names.map((name) => givenOpportunity(org, { identity: identity(), teamId, account: { name } }))
  await upsertOpportunities(org.admin, { importId: null, rows })
  const found = await Promise.all(names.map((name) => accountsNamed(org.admin, name)))
  const [fromId = '', intoId = '', third = '', fourth = ''] = found.map(([account]) => account?.id)
  const { mergeId } = await mergeAccounts(org.admin, { fromId: third, intoId: fourth })
  return { fromId, intoId, mergeId }
}

async function idOf({ admin, orgId }: GivenOrganisation, table: string, known: string): Promise<string> {
  const text = `select id from ${table} where org_id = $1 and identity = $2`
  const { rows } = await readOrg(admin, (tx) => tx.$client.query<{ id: string }>(text, [orgId, known]))
  return rows[0]?.id ?? ''
}

describe('roles', () => {
  let org: GivenOrganisation
  let standing: Given
  const members = new Map<Role, Session>()

  beforeAll(async () => {
    org = await givenOrganisation()
    standing = await givenIds(org)
    for (const role of ROLES) members.set(role, await givenMember(org, role))
  })

  const cases = ROLES.flatMap((role) => Object.keys(MAY).map((command) => [role, command] as const))
  it.each(cases)('%s: %s', async (role, command) => {
    const actor = members.get(role) ?? org.admin
    const byId = COMMANDS[command]
    const outcome = byId ? byId(actor, await givenIds(org)) : WITHOUT_ID[command]?.(actor, standing)
    expect(await codeOf(outcome)).toBe(MAY[command]?.includes(role) ? 'done' : 'forbidden')
  })

  it.each(ROLES)('%s: reads imports, and tokens only as an admin', async (role) => {
    const actor = members.get(role) ?? org.admin
    expect((await importsOf(actor)).length).toBeGreaterThan(0)
    expect((await tokensOf(actor)).length > 0).toBe(role === 'admin')
  })

  it.each(ROLES)('%s: finds accounts to merge, and merges, only where merging is theirs', async (role) => {
    const actor = members.get(role) ?? org.admin
    const may = role === 'sales_manager' || role === 'admin'
    const rows = ['x', 'y'].map((id) =>
      givenOpportunity(org, { identity: identity(), account: { externalId: id, name: '青葉' } }),
    )
    await upsertOpportunities(org.admin, { importId: null, rows })
    expect((await probableDuplicates(actor)).length).toBe(may ? 1 : 0)
    expect((await accountsNamed(actor, '青葉')).length).toBe(may ? 2 : 0)
    expect((await accountMergesOf(actor)).length > 0).toBe(may)
  })
})

describe('another organisation’s id', () => {
  let ours: GivenOrganisation
  let own: Given
  let foreign: Given

  beforeAll(async () => {
    ours = await givenOrganisation()
    own = await givenIds(ours)
    foreign = await givenIds(await givenOrganisation())
  })

  const byId = Object.keys(COMMANDS).filter((command) => command !== 'start-import')
  it.each(byId)('is not found by %s, like one that does not exist', async (command) => {
    const records = ['importId', 'actualsId', 'leadId', 'opportunityId', 'fromId', 'intoId', 'mergeId'] as const
    const ids = ['teamId', 'channelId', 'tokenId', ...records] as const
    const nowhere = { ...own, ...Object.fromEntries(ids.map((id) => [id, newId()])) }
    const run = COMMANDS[command]
    // Undoing closes the import of its own organisation first; here there is none to close.
    const given =
      command === 'undo-import' ? (actor: Session, { importId }: Given) => undoImport(actor, { importId }) : run
    expect(await codeOf(given?.(ours.admin, foreign))).toBe('notFound')
    expect(await codeOf(given?.(ours.admin, nowhere))).toBe('notFound')
  })

  it('is not found as one of two accounts to merge', async () => {
    expect(await codeOf(mergeAccounts(ours.admin, { fromId: own.fromId, intoId: foreign.intoId }))).toBe('notFound')
    expect(await codeOf(mergeAccounts(ours.admin, { fromId: foreign.fromId, intoId: own.intoId }))).toBe('notFound')
    expect(await codeOf(mergeAccounts(ours.admin, { fromId: own.fromId, intoId: own.intoId }))).toBe('done')
  })

  it('is refused row by row in a list, beside one’s own', async () => {
    const wrong = { teamId: foreign.teamId, identity: identity() }
    const channel = { channelId: foreign.channelId, identity: identity() }
    const campaign = { campaignId: foreign.campaignId, identity: identity() }
    const right = { identity: identity() }
    const base = { importId: null }
    const told = (results: readonly { readonly status: string; readonly fault?: string }[]) =>
      results.map(({ status, fault }) => fault ?? status)
    const all = [wrong, channel, campaign, right]
    const expected = ['teamUnknown', 'channelUnknown', 'campaignUnknown', 'created']
    const leads = await upsertLeads(ours.admin, { ...base, rows: all.map((each) => givenLead(ours, each)) })
    const deals = await upsertOpportunities(ours.admin, {
      ...base,
      rows: all.map((each) => givenOpportunity(ours, each)),
    })
    const costs = await upsertCosts(ours.admin, { ...base, rows: all.map((each) => givenCost(ours, each)) })
    const touches = [channel, campaign, right].map((each) => givenTouch(ours, each))
    expect([leads, deals, costs].map(told)).toEqual([expected, expected, expected])
    expect(told(await upsertTouches(ours.admin, { ...base, rows: touches }))).toEqual(expected.slice(1))
  })

  it('under the same identity is another record', async () => {
    const shared = identity()
    const base = { importId: null }
    for (const { org } of [own, foreign]) {
      const results = await upsertLeads(org.admin, { ...base, rows: [givenLead(org, { identity: shared })] })
      expect(results).toEqual([{ index: 0, status: 'created' }])
    }
  })

  it('as a lead’s id or address links nothing', async () => {
    const emailHmac = 'b'.repeat(64)
    const lead = givenLead(foreign.org, { identity: 'x:foreign', emailHmac })
    await upsertLeads(foreign.org.admin, { importId: null, rows: [lead] })
    const rows = [
      givenOpportunity(ours, { identity: identity(), leadExternalId: 'foreign' }),
      givenOpportunity(ours, { identity: identity(), emailHmac }),
    ]
    expect(await upsertOpportunities(ours.admin, { importId: null, rows })).toMatchObject([
      { fault: 'leadUnknown' },
      { fault: 'leadUnknown' },
    ])
  })
})

describe('a membership of some teams', () => {
  it('neither changes the records of the others nor chooses for them', async () => {
    const org = await givenOrganisation()
    const [own, other] = [await givenIds(org), await givenIds(org)]
    const limited = await givenMember(org, 'admin', { teamIds: [own.teamId] })
    const { importId } = await startImport(org.admin, { kind: 'leads', fileName: 'x.csv', mapping: {} })
    await finishImport(org.admin, { importId, state: 'done' })
    expect(await codeOf(undoImport(limited, { importId }))).toBe('notFound')
    const mine = await startImport(limited, { kind: 'leads', fileName: 'x.csv', mapping: {} })
    await finishImport(limited, { ...mine, state: 'done' })
    expect(await codeOf(undoImport(limited, mine))).toBe('done')
    // What is counted takes no entry any more: the choice comes last.
    for (const command of ['import-actuals', 'save-opportunity', 'save-handover', 'merge-accounts', 'count-from']) {
      expect([command, await codeOf(COMMANDS[command]?.(limited, other))]).toEqual([command, 'notFound'])
      expect([command, await codeOf(COMMANDS[command]?.(limited, own))]).toEqual([command, 'done'])
    }
  })
})
