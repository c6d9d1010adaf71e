import type { AddCampaignInput } from '#lib/input/campaign'
import type { PlanDraft } from '#lib/input/plan-draft'
import type { Actor, Role } from '#lib/permissions'
import { activatePlan } from './commands/activate-plan'
import { addMember } from './commands/add-member'
import { savePlanDraft } from './commands/save-plan-draft'
import { signUp } from './commands/sign-up'
import { startSession } from './commands/start-session'
import { newId } from './id'
import { channels, teams } from './queries/organisation'
import { type Session, sessionOf } from './queries/session'

/** An organisation for a test: its admin's session, its root team, and its default channels by name. */
export type GivenOrganisation = {
  readonly admin: Session
  readonly orgId: string
  readonly rootId: string
  readonly channelIds: Readonly<Record<string, string>>
}

/** A new organisation of its own, through the ordinary sign-up: tests never share one. */
export async function givenOrganisation(
  settings: {
    readonly name?: string
    readonly fiscalStart?: number
    readonly passwordHash?: string
    readonly email?: string
    readonly timeZone?: string
  } = {},
): Promise<GivenOrganisation> {
  const email = settings.email ?? `${newId()}@example.com`
  const { name = '株式会社テスト', fiscalStart = 4, passwordHash = 'no password', timeZone = 'Asia/Tokyo' } = settings
  const { userId, orgId } = await signUp({
    ...{ name: '山本 大輔', email, passwordHash, organisationName: name, currency: 'JPY', fiscalStart, timeZone },
  })
  const admin = await givenSession(userId, orgId)
  const [root] = await teams(admin)
  const named = (await channels(admin)).map((channel) => [channel.name, channel.id] as const)
  return { admin, orgId, rootId: root?.id ?? '', channelIds: Object.fromEntries(named) }
}

/** Another member of an organisation, logged in. `teamIds` null: all teams. */
export async function givenMember(
  { admin, orgId }: GivenOrganisation,
  role: Role,
  settings: {
    readonly teamIds?: string[] | null
    readonly email?: string
    readonly name?: string
    readonly passwordHash?: string
  } = {},
): Promise<Session> {
  const { teamIds = null, email = `${newId()}@example.com`, name = `${role} さん`, passwordHash = null } = settings
  const { userId } = await addMember(admin, { name, email, role, teamIds, passwordHash })
  return givenSession(userId, orgId)
}

async function givenSession(userId: string, orgId: string): Promise<Session> {
  const started = await startSession(userId, orgId)
  const session = started && (await sessionOf({ userId, orgId, sessionId: started.sessionId }))
  if (!session) throw new Error('the session did not start')
  return session
}

/**
 * The plan of the first journey: KGI 120,000,000, Web 100 %, rates 0.9 / 30 / 40 / 25 %, deal 3,000,000, no lag.
 * Its tree is 40 won, 160 opportunities, 400 MQLs, 1,334 leads, 148,223 visits.
 */
export function givenDraft(webId: string, changes: Partial<PlanDraft> = {}): PlanDraft {
  const rates = { lead: '0.009', mql: '0.3', opportunity: '0.4', won: '0.25' }
  return {
    ...{ revenueGoal: 120_000_000, existing: 0, salesSourced: 0, nextYearGrowth: '0', rounding: 'stage' },
    ...{ salesPeople: null, opportunitiesPerPerson: null },
    spread: { kind: 'weights', values: Array<string>(12).fill('1') },
    channels: [
      {
        ...{ channelId: webId, share: '1', entry: 'visit', dealSize: 3_000_000 },
        ...{ unitCostStage: 'lead', unitCost: 20_000, fixedCostPerMonth: null },
        ...{ scheduled: false, entryUplift: null, note: null },
        transitions: Object.entries(rates).map(([to, rate]) => ({ to, rate, lag: '0' })),
      },
    ],
    ...changes,
  }
}

/** 展示会 in May 2026: three days, 3,000,000 yen, 400 cards. */
export function givenCampaign(teamId: string, channelId: string, changes: Partial<AddCampaignInput> = {}) {
  const dates = { startsOn: '2026-05-20', endsOn: '2026-05-22' }
  return { teamId, channelId, name: '計測展', ...dates, budget: 3_000_000, plannedEntries: 400, ...changes }
}

/** An active plan of a team and year, approved by the actor. */
export async function givenActivePlan(actor: Actor, teamId: string, year: number, draft: PlanDraft) {
  const saved = await savePlanDraft(actor, { teamId, year, planId: null, revision: null, draft, reason: null })
  await activatePlan(actor, { planId: saved.planId, revision: saved.revision, reason: null })
  return saved
}
