import { and, eq, sql } from 'drizzle-orm'
import { conflict, invalid, notFound } from '#lib/errors'
import { SavePlanDraftInput } from '#lib/input/plan-command'
import type { PlanDraft } from '#lib/input/plan-draft'
import type { PlanVersion } from '#lib/plan-version'
import { newId } from '../id'
import { channelsIn, stagesIn } from '../queries/organisation'
import { versionsIn } from '../queries/plans'
import { planVersions } from '../schema/plans'
import { command, lockedTeam, type Work } from './command'
import { goalsOf, writePlanParts } from './plan-parts'

/**
 * Saves a plan as a draft, however incomplete. An active or superseded version is never changed: a new draft is made
 * of what was typed. Answers the version that now holds it, with the revision that the next save must name.
 * @throws AppError 'conflict' (planChanged) when someone saved the draft in between; 'notFound'; 'invalid'
 */
export const savePlanDraft = command(
  { action: 'plan.save', capability: 'plan.edit', input: SavePlanDraftInput },
  async (work, input) => {
    const team = await lockedTeam(work, input.teamId)
    if (team.archivedAt) throw conflict('teamArchived')
    await requireOwnParts(work, input.draft)
    const base = input.planId === null ? null : await baseVersion(work, input.planId, input)
    const isDraft = base?.state === 'draft'
    if (isDraft && base.revision !== input.revision) throw conflict('planChanged')
    const value = isDraft ? await changed(work, base, input) : await created(work, input)
    await writePlanParts(work, value.planId, input.draft)
    const { draft, reason } = input
    const before = isDraft ? { draft: base.draft, reason: base.reason } : null
    return { value, audit: { subjectId: value.planId, before, after: { draft, reason } } }
  },
)

type Input = ReturnType<typeof SavePlanDraftInput.parse>
type Saved = { readonly planId: string; readonly version: number; readonly revision: number }

/** A channel of another organisation is not found; a stage that the organisation does not have is refused by name. */
async function requireOwnParts({ tx, actor }: Work, { channels }: PlanDraft): Promise<void> {
  const own = new Set((await channelsIn(tx, actor.orgId)).map((channel) => channel.id))
  if (!channels.every(({ channelId }) => own.has(channelId))) throw notFound()
  const known = new Set((await stagesIn(tx, actor.orgId)).map((stage) => stage.key))
  for (const [i, { entry, unitCostStage, transitions }] of channels.entries()) {
    const named = [entry, ...(unitCostStage === null ? [] : [unitCostStage]), ...transitions.map(({ to }) => to)]
    if (!named.every((key) => known.has(key))) throw invalid('invalid', { [`channels.${i}.entry`]: 'stageUnknown' })
  }
}

/** The version that the form was opened on; one of another team or year is not found. */
async function baseVersion({ tx, actor }: Work, planId: string, { teamId, year }: Input): Promise<PlanVersion> {
  const wanted = and(eq(planVersions.id, planId), eq(planVersions.teamId, teamId), eq(planVersions.year, year))
  const [found] = await versionsIn(tx, actor.orgId, wanted)
  if (!found) throw notFound()
  return found
}

async function created({ tx, actor }: Work, { teamId, year, draft, reason }: Input): Promise<Saved> {
  const ofYear = and(eq(planVersions.orgId, actor.orgId), eq(planVersions.teamId, teamId), eq(planVersions.year, year))
  const [last] = await tx
    .select({ version: sql<number>`coalesce(max(${planVersions.version}), 0)::int` })
    .from(planVersions)
    .where(ofYear)
  const planId = newId()
  const version = (last?.version ?? 0) + 1
  const row = { orgId: actor.orgId, id: planId, teamId, year, version, reason, createdBy: actor.userId }
  await tx.insert(planVersions).values({ ...row, ...goalsOf(draft) })
  return { planId, version, revision: 1 }
}

async function changed({ tx, actor }: Work, base: PlanVersion, { draft, reason }: Input): Promise<Saved> {
  const revision = base.revision + 1
  await tx
    .update(planVersions)
    .set({ ...goalsOf(draft), reason, revision })
    .where(and(eq(planVersions.orgId, actor.orgId), eq(planVersions.id, base.id)))
  return { planId: base.id, version: base.version, revision }
}
