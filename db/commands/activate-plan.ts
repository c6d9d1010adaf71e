import { and, eq, isNull } from 'drizzle-orm'
import { AppError, conflict, notFound } from '#lib/errors'
import { faultsOf } from '#lib/funnel/draft'
import { ActivatePlanInput } from '#lib/input/plan-command'
import { can } from '#lib/permissions'
import { hasSameGoals } from '#lib/plan-goals'
import type { PlanVersion } from '#lib/plan-version'
import { stagesIn } from '../queries/organisation'
import { versionsIn } from '../queries/plans'
import { planVersions } from '../schema/plans'
import { teams } from '../schema/teams'
import { command, lockedTeam, type Work } from './command'

/**
 * Makes a draft the active plan of its team and year; the one before it becomes superseded. A version whose KGI,
 * existing or sales-sourced differ from the active one's, the first one included, needs the right to approve goals.
 * @throws AppError 'invalid' with a key per field of lib/funnel/draft; 'forbidden' (goalNeedsApproval);
 *   'conflict' (planChanged, planNotDraft); 'notFound'
 */
export const activatePlan = command(
  { action: 'plan.activate', capability: 'plan.activate', input: ActivatePlanInput },
  async (work, { planId, revision, reason }) => {
    const plan = await lockedDraft(work, planId, revision)
    await requireNoFaults(work, plan)
    const former = await activeVersion(work, plan)
    if (!hasSameGoals(plan.draft, former?.draft) && !can(work.actor, 'goal.approve'))
      throw new AppError('forbidden', 'goalNeedsApproval')
    if (former) await setState(work, former.id, { state: 'superseded' })
    const activated = { state: 'active', activatedAt: new Date(), activatedBy: work.actor.userId } as const
    await setState(work, plan.id, { ...activated, reason: reason ?? plan.reason })
    const value = { planId, version: plan.version }
    return {
      value,
      audit: { subjectId: planId, before: { active: former?.id ?? null }, after: { active: planId, reason } },
    }
  },
)

/** The draft as it stands once nobody else can change it: its team is locked first, then it is read again. */
async function lockedDraft(work: Work, planId: string, revision: number): Promise<PlanVersion> {
  const { tx, actor } = work
  const read = async () => (await versionsIn(tx, actor.orgId, eq(planVersions.id, planId)))[0]
  const team = await lockedTeam(work, (await read())?.teamId ?? missing())
  const plan = (await read()) ?? missing()
  if (team.archivedAt) throw conflict('teamArchived')
  if (plan.state !== 'draft') throw conflict('planNotDraft')
  if (plan.revision !== revision) throw conflict('planChanged')
  return plan
}

function missing(): never {
  throw notFound()
}

async function requireNoFaults({ tx, actor }: Work, { draft, teamId }: PlanVersion): Promise<void> {
  const all = await tx
    .select({ id: teams.id, isRoot: teams.isRoot })
    .from(teams)
    .where(and(eq(teams.orgId, actor.orgId), isNull(teams.archivedAt)))
  // The root team beside other teams plans no channels itself (DOMAIN §1).
  const goalsOnly = all.length > 1 && all.some((team) => team.isRoot && team.id === teamId)
  const keys = (await stagesIn(tx, actor.orgId)).map((stage) => stage.key)
  const [first, ...others] = faultsOf(draft, keys, { goalsOnly })
  if (!first) return
  const fields = Object.fromEntries([first, ...others].map(({ field, message }) => [field, message]))
  throw new AppError('invalid', 'planFaulty', first.values, fields)
}

async function activeVersion({ tx, actor }: Work, { teamId, year }: PlanVersion): Promise<PlanVersion | undefined> {
  const ofYear = and(eq(planVersions.teamId, teamId), eq(planVersions.year, year))
  return (await versionsIn(tx, actor.orgId, and(ofYear, eq(planVersions.state, 'active'))))[0]
}

async function setState(
  { tx, actor }: Work,
  planId: string,
  columns: Partial<typeof planVersions.$inferInsert>,
): Promise<void> {
  await tx
    .update(planVersions)
    .set(columns)
    .where(and(eq(planVersions.orgId, actor.orgId), eq(planVersions.id, planId)))
}
