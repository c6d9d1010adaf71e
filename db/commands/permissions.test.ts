import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#lib/errors'
import { fiscalYear } from '#lib/month'
import { ROLES, type Role } from '#lib/permissions'
import { type GivenOrganisation, givenActivePlan, givenDraft, givenMember, givenOrganisation } from '../fixtures'
import { newId } from '../id'
import { monthlyActuals } from '../queries/actuals'
import { teams } from '../queries/organisation'
import { planAndActuals } from '../queries/plan-and-actuals'
import { activePlans, planVersion, planVersions } from '../queries/plans'
import type { Session } from '../queries/session'
import { activatePlan } from './activate-plan'
import { addChannel } from './add-channel'
import { addMember } from './add-member'
import { addTeam } from './add-team'
import { archiveChannel, restoreChannel } from './archive-channel'
import { archiveTeam, restoreTeam } from './archive-team'
import { renameChannel } from './rename-channel'
import { renameTeam } from './rename-team'
import { saveActuals } from './save-actuals'
import { savePlanDraft } from './save-plan-draft'

/** Ids that a command is given: those of one organisation, or of another. */
type Ids = { readonly teamId: string; readonly channelId: string; readonly planId: string }

const name = () => `名前 ${newId()}`
const cell = (channelId: string) =>
  ({ month: '2026-04', line: 'channel', channelId, metric: 'lead', value: 1 }) as const
const draftOf = ({ channelId }: Ids) => givenDraft(channelId)
const member = (teamIds: string[] | null) =>
  ({ name: '新人', email: `${newId()}@example.com`, role: 'admin', teamIds, passwordHash: null }) as const

/** Every command that takes an id, with whoever calls it and whatever ids they name. */
const BY_ID: Record<string, (actor: Session, ids: Ids) => Promise<unknown>> = {
  'rename-team': (actor, { teamId }) => renameTeam(actor, { teamId, name: name() }),
  'archive-team': (actor, { teamId }) => archiveTeam(actor, { teamId }),
  'restore-team': (actor, { teamId }) => restoreTeam(actor, { teamId }),
  'rename-channel': (actor, { channelId }) => renameChannel(actor, { channelId, name: name() }),
  'archive-channel': (actor, { channelId }) => archiveChannel(actor, { channelId }),
  'restore-channel': (actor, { channelId }) => restoreChannel(actor, { channelId }),
  'add-member': (actor, { teamId }) => addMember(actor, member([teamId])),
  'save-plan-draft': (actor, ids) =>
    savePlanDraft(actor, {
      teamId: ids.teamId,
      year: 2030,
      planId: null,
      revision: null,
      draft: draftOf(ids),
      reason: null,
    }),
  'activate-plan': (actor, { planId }) => activatePlan(actor, { planId, revision: 1, reason: null }),
  'save-actuals': (actor, { teamId, channelId }) => saveActuals(actor, { teamId, cells: [cell(channelId)] }),
}
const WITHOUT_ID: Record<string, (actor: Session) => Promise<unknown>> = {
  'add-team': (actor) => addTeam(actor, { name: name() }),
  'add-channel': (actor) => addChannel(actor, { name: name() }),
}

const ADMIN_ONLY: readonly Role[] = ['admin']
/** PRODUCT, People: who may. */
const MAY: Record<string, readonly Role[]> = {
  ...Object.fromEntries([...Object.keys(BY_ID), ...Object.keys(WITHOUT_ID)].map((command) => [command, ADMIN_ONLY])),
  'save-plan-draft': ['marketer', 'executive', 'admin'],
  'activate-plan': ['marketer', 'executive', 'admin'],
  'save-actuals': ['marketer', 'admin'],
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

/** A team with an active plan, and a draft with the same goals. */
async function givenIds(org: GivenOrganisation): Promise<Ids> {
  const { teamId } = await addTeam(org.admin, { name: name() })
  const { channelId } = await addChannel(org.admin, { name: name(), defaultEntry: 'visit' })
  const draft = givenDraft(channelId)
  await givenActivePlan(org.admin, teamId, 2026, draft)
  const { planId } = await savePlanDraft(org.admin, {
    teamId,
    year: 2026,
    planId: null,
    revision: null,
    draft,
    reason: null,
  })
  return { teamId, channelId, planId }
}

describe('roles', () => {
  let org: GivenOrganisation
  const members = new Map<Role, Session>()

  beforeAll(async () => {
    org = await givenOrganisation()
    for (const role of ROLES) members.set(role, await givenMember(org, role))
  })

  const cases = ROLES.flatMap((role) => Object.keys(MAY).map((command) => [role, command] as const))
  it.each(cases)('%s: %s', async (role, command) => {
    const actor = members.get(role) ?? org.admin
    const run = BY_ID[command]
    const outcome = run ? run(actor, await givenIds(org)) : WITHOUT_ID[command]?.(actor)
    expect(await codeOf(Promise.resolve(outcome))).toBe(MAY[command]?.includes(role) ? 'done' : 'forbidden')
  })

  it('are read from the database: one that the caller claims is worth nothing', async () => {
    const viewer = members.get('viewer') ?? org.admin
    expect(await codeOf(addTeam({ ...viewer, role: 'admin' }, { name: name() }))).toBe('forbidden')
  })

  it('of somebody who is no member are none', async () => {
    const stranger = await givenOrganisation()
    expect(await codeOf(addTeam({ ...stranger.admin, orgId: org.orgId }, { name: name() }))).toBe('notFound')
  })
})

describe('another organisation’s id', () => {
  let ours: GivenOrganisation
  let own: Ids
  let foreign: Ids

  beforeAll(async () => {
    ours = await givenOrganisation()
    own = await givenIds(ours)
    foreign = await givenIds(await givenOrganisation())
  })

  it.each(Object.keys(BY_ID))('is not found by %s, like one that does not exist', async (command) => {
    const nowhere = { teamId: newId(), channelId: newId(), planId: newId() }
    expect(await codeOf(BY_ID[command]?.(ours.admin, foreign) ?? Promise.resolve())).toBe('notFound')
    expect(await codeOf(BY_ID[command]?.(ours.admin, nowhere) ?? Promise.resolve())).toBe('notFound')
  })

  it('is not found beside one’s own: mixed parents', async () => {
    const mixed = { ...own, channelId: foreign.channelId }
    for (const command of ['save-plan-draft', 'save-actuals']) {
      expect(await codeOf(BY_ID[command]?.(ours.admin, mixed) ?? Promise.resolve())).toBe('notFound')
    }
    const otherYear = {
      teamId: own.teamId,
      year: 2031,
      planId: own.planId,
      revision: 1,
      draft: draftOf(own),
      reason: null,
    }
    expect(await codeOf(savePlanDraft(ours.admin, otherYear))).toBe('notFound')
  })

  it('answers nothing to a question', async () => {
    const { teamId, planId } = foreign
    const session = { ...ours.admin, dataVersion: 0 }
    expect(await planVersion(ours.admin, planId)).toBeNull()
    expect(await planVersions(ours.admin, teamId, 2026)).toEqual([])
    expect(await codeOf(planAndActuals(session, teamId, fiscalYear(2026, 4)))).toBe('notFound')
    expect(await monthlyActuals(ours.admin, { teamIds: [teamId], from: '2000-01', to: '2099-12' })).toEqual([])
  })
})

describe('a membership of some teams', () => {
  it('neither sees nor changes the others', async () => {
    const org = await givenOrganisation()
    const [own, other] = [await givenIds(org), await givenIds(org)]
    const limited = await givenMember(org, 'admin', { teamIds: [own.teamId] })
    for (const command of ['rename-team', 'archive-team', 'save-plan-draft', 'activate-plan', 'save-actuals']) {
      expect([command, await codeOf(BY_ID[command]?.(limited, other) ?? Promise.resolve())]).toEqual([
        command,
        'notFound',
      ])
    }
    expect(await codeOf(addMember(limited, member(null)))).toBe('forbidden')
    expect(await codeOf(addMember(limited, member([other.teamId])))).toBe('notFound')
    await saveActuals(org.admin, { teamId: other.teamId, cells: [cell(other.channelId)] })
    expect((await teams(limited)).map((team) => team.id)).toEqual([own.teamId])
    expect((await activePlans(limited, [2026])).map((plan) => plan.teamId)).toEqual([own.teamId])
    expect(await monthlyActuals(limited, { teamIds: null, from: '2000-01', to: '2099-12' })).toEqual([])
    expect(await codeOf(planAndActuals(limited, org.rootId, fiscalYear(2026, 4)))).toBe('notFound')
    expect(await codeOf(BY_ID['save-actuals']?.(limited, own) ?? Promise.resolve())).toBe('done')
  })
})
