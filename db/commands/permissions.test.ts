import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#lib/errors'
import { fiscalYear } from '#lib/month'
import { ROLES, type Role } from '#lib/permissions'
import {
  type GivenOrganisation,
  givenActivePlan,
  givenCampaign,
  givenDraft,
  givenMember,
  givenOrganisation,
} from '../fixtures'
import { newId } from '../id'
import { monthlyActuals } from '../queries/actuals'
import { campaignsOf } from '../queries/campaigns'
import { closings, restatementsOf } from '../queries/closing'
import { draftsWaiting } from '../queries/drafts-waiting'
import { teams } from '../queries/organisation'
import { planAndActuals } from '../queries/plan-and-actuals'
import { activePlans, planVersion, planVersions } from '../queries/plans'
import type { Session } from '../queries/session'
import { activatePlan } from './activate-plan'
import { addCampaign } from './add-campaign'
import { addChannel } from './add-channel'
import { addMember } from './add-member'
import { addTeam } from './add-team'
import { archiveCampaign, restoreCampaign } from './archive-campaign'
import { archiveChannel, restoreChannel } from './archive-channel'
import { archiveTeam, restoreTeam } from './archive-team'
import { changeCampaign } from './change-campaign'
import { changeChannelCredit } from './change-channel-credit'
import { chooseActualsThrough } from './choose-actuals-through'
import { closeMonths } from './close-months'
import { renameChannel } from './rename-channel'
import { renameTeam } from './rename-team'
import { reopenMonth } from './reopen-month'
import { saveActuals } from './save-actuals'
import { saveAttributionRules } from './save-attribution-rules'
import { saveOrganisation } from './save-organisation'
import { savePlanDraft } from './save-plan-draft'
import { setLandingOverride } from './set-landing-override'

/** Ids that a command is given: those of one organisation, or of another. */
type Ids = {
  readonly teamId: string
  readonly channelId: string
  readonly planId: string
  readonly campaignId: string
}

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
  'credit-channel': (actor, { channelId }) =>
    changeChannelCredit(actor, { channelId, isDirect: true, grossMargin: 3500 }),
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
  'save-actuals of a closed month': (actor, { teamId, channelId }) =>
    saveActuals(actor, { teamId, cells: [{ ...cell(channelId), month: '2026-03' }], reason: '請求書の訂正' }),
  'add-campaign': (actor, { teamId, channelId }) => addCampaign(actor, givenCampaign(teamId, channelId)),
  'change-campaign': (actor, { teamId, channelId, campaignId }) => {
    const { teamId: _, ...campaign } = givenCampaign(teamId, channelId, { name: name() })
    return changeCampaign(actor, { campaignId, ...campaign })
  },
  'archive-campaign': (actor, { campaignId }) => archiveCampaign(actor, { campaignId }),
  'restore-campaign': (actor, { campaignId }) => restoreCampaign(actor, { campaignId }),
  'close-months': (actor, { teamId }) => closeMonths(actor, { teamId, through: '2026-04', today: '2026-10-05' }),
  'reopen-month': (actor, { teamId }) => reopenMonth(actor, { teamId, month: '2026-03', reason: '入力漏れ' }),
  'choose-actuals-through': (actor, { teamId }) =>
    chooseActualsThrough(actor, { teamId, year: 2026, month: '2026-08' }),
  'set-landing-override': (actor, { teamId }) =>
    setLandingOverride(actor, {
      teamId,
      month: '2026-12',
      line: 'existing',
      amount: 9_000_000,
      reason: '大口更新の前倒し',
    }),
}
const WITHOUT_ID: Record<string, (actor: Session) => Promise<unknown>> = {
  'add-team': (actor) => addTeam(actor, { name: name() }),
  'add-channel': (actor) => addChannel(actor, { name: name() }),
  'save-attribution-rules': (actor) =>
    saveAttributionRules(actor, {
      ...{ lookbackDays: 180, level: 'person', halfLifeDays: 30, defaultModel: 'linear', grossMargin: null },
      custom: { first: 10_000, leadCreation: 0, opportunityCreation: 0, last: 0, middle: 0 },
    }),
  'save-organisation': (actor) => saveOrganisation(actor, { name: name() }),
}

/** Every question that takes a team. */
const QUESTIONS: [string, (actor: Session, ids: Ids) => Promise<readonly unknown[]>][] = [
  ['campaigns', (actor, { teamId }) => campaignsOf(actor, teamId)],
  ['closings', async (actor, { teamId }) => (await closings(actor, teamId, fiscalYear(2025, 4))).closed],
  ['restatements', (actor, { teamId }) => restatementsOf(actor, teamId, fiscalYear(2025, 4))],
  ['drafts that wait', (actor, { teamId }) => draftsWaiting(actor, [teamId], 2026)],
]

const ADMIN_ONLY: readonly Role[] = ['admin']
/** PRODUCT, People: who may. */
const MAY: Record<string, readonly Role[]> = {
  ...Object.fromEntries([...Object.keys(BY_ID), ...Object.keys(WITHOUT_ID)].map((command) => [command, ADMIN_ONLY])),
  'save-plan-draft': ['marketer', 'executive', 'admin'],
  'activate-plan': ['marketer', 'executive', 'admin'],
  'save-actuals': ['marketer', 'admin'],
  'save-actuals of a closed month': ['marketer', 'admin'],
  'add-campaign': ['marketer', 'admin'],
  'change-campaign': ['marketer', 'admin'],
  'archive-campaign': ['marketer', 'admin'],
  'restore-campaign': ['marketer', 'admin'],
  'close-months': ['marketer', 'admin'],
  'reopen-month': ['marketer', 'admin'],
  'choose-actuals-through': ['marketer', 'admin'],
  'credit-channel': ['executive', 'admin'],
  'save-attribution-rules': ['executive', 'admin'],
  'set-landing-override': ['marketer', 'sales_manager', 'executive', 'admin'],
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

/** A team with an active plan, a draft with the same goals, a campaign, and March 2026 closed. */
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
  const { campaignId } = await addCampaign(org.admin, givenCampaign(teamId, channelId))
  await saveActuals(org.admin, { teamId, cells: [{ ...cell(channelId), month: '2026-03', value: 2 }] })
  await closeMonths(org.admin, { teamId, through: '2026-03', today: '2026-10-05' })
  return { teamId, channelId, planId, campaignId }
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
    const nowhere = { teamId: newId(), channelId: newId(), planId: newId(), campaignId: newId() }
    expect(await codeOf(BY_ID[command]?.(ours.admin, foreign) ?? Promise.resolve())).toBe('notFound')
    expect(await codeOf(BY_ID[command]?.(ours.admin, nowhere) ?? Promise.resolve())).toBe('notFound')
  })

  it('is not found beside one’s own: mixed parents', async () => {
    const mixed = { ...own, channelId: foreign.channelId }
    for (const command of ['save-plan-draft', 'save-actuals', 'add-campaign', 'change-campaign']) {
      const run = async (ids: Ids) => codeOf(BY_ID[command]?.(ours.admin, ids) ?? Promise.resolve())
      expect([command, await run(mixed), await run(own)]).toEqual([command, 'notFound', 'done'])
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
    expect(await codeOf(planAndActuals(session, teamId, fiscalYear(2026, 4), '2026-10-05'))).toBe('notFound')
    expect(await monthlyActuals(ours.admin, { teamIds: [teamId], from: '2000-01', to: '2099-12' })).toEqual([])
  })

  it.each(QUESTIONS)('answers nothing when %s are asked for, and our own does', async (_, ask) => {
    await BY_ID['save-actuals of a closed month']?.(ours.admin, own)
    expect((await ask(ours.admin, foreign)).length).toBe(0)
    expect((await ask(ours.admin, own)).length).toBeGreaterThan(0)
  })
})

describe('a membership of some teams', () => {
  it('neither sees nor changes the others', async () => {
    const org = await givenOrganisation()
    const [own, other] = [await givenIds(org), await givenIds(org)]
    const limited = await givenMember(org, 'admin', { teamIds: [own.teamId] })
    const ofTeams = Object.keys(BY_ID).filter((command) => !/-channel$|add-member/.test(command))
    expect(ofTeams).toContain('close-months')
    for (const command of ofTeams) {
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
    const seen = await monthlyActuals(limited, { teamIds: null, from: '2000-01', to: '2099-12' })
    expect([...new Set(seen.map((actual) => actual.teamId))]).toEqual([own.teamId])
    expect(await codeOf(planAndActuals(limited, org.rootId, fiscalYear(2026, 4), '2026-10-05'))).toBe('notFound')
    for (const [question, ask] of QUESTIONS) {
      expect([question, (await ask(limited, other)).length]).toEqual([question, 0])
    }
    expect((await draftsWaiting(limited, null, 2026)).map((draft) => draft.teamId)).toEqual([own.teamId])
    expect(await codeOf(BY_ID['save-actuals']?.(limited, own) ?? Promise.resolve())).toBe('done')
    expect(await codeOf(BY_ID['close-months']?.(limited, own) ?? Promise.resolve())).toBe('done')
  })
})
