import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Actor, reaches } from '#lib/permissions'
import { hasSameGoals } from '#lib/plan-goals'
import { readOrg } from '../client'
import { memberships } from '../schema/people'
import { planVersions } from '../schema/plans'

/** A draft that is newer than its team's active plan: somebody is to activate or approve it. */
export type DraftWaiting = {
  readonly planId: string
  readonly teamId: string
  readonly version: number
  readonly reason: string | null
  /** Name of the person. */
  readonly createdBy: string
  /** ISO 8601 */
  readonly createdAt: string
  /** KGI, existing or sales-sourced differ from the active version's, or there is none yet. */
  readonly needsApproval: boolean
}

/** The drafts of a year newer than the active version, the newest first. `teamIds` null = all that the actor reaches. */
export async function draftsWaiting(
  actor: Actor,
  teamIds: readonly string[] | null,
  year: number,
): Promise<DraftWaiting[]> {
  const reached = teamIds?.filter((id) => reaches(actor, id)) ?? actor.teamIds
  const versions = await readOrg(actor, (tx) =>
    tx
      .select({
        planId: planVersions.id,
        teamId: planVersions.teamId,
        version: planVersions.version,
        state: planVersions.state,
        reason: planVersions.reason,
        createdBy: memberships.name,
        createdAt: planVersions.createdAt,
        revenueGoal: planVersions.revenueGoal,
        existing: planVersions.existing,
        salesSourced: planVersions.salesSourced,
      })
      .from(planVersions)
      .innerJoin(
        memberships,
        and(eq(memberships.orgId, planVersions.orgId), eq(memberships.userId, planVersions.createdBy)),
      )
      .where(
        and(
          eq(planVersions.orgId, actor.orgId),
          eq(planVersions.year, year),
          inArray(planVersions.state, ['draft', 'active']),
          reached ? inArray(planVersions.teamId, [...reached]) : undefined,
        ),
      )
      .orderBy(desc(planVersions.createdAt), desc(planVersions.version)),
  )
  const active = new Map(versions.filter((each) => each.state === 'active').map((each) => [each.teamId, each]))
  return versions.flatMap((draft) => {
    const standing = active.get(draft.teamId)
    if (draft.state !== 'draft' || draft.version < (standing?.version ?? 0)) return []
    const { planId, teamId, version, reason, createdBy, createdAt } = draft
    const needsApproval = !hasSameGoals(draft, standing)
    return [{ planId, teamId, version, reason, createdBy, createdAt: createdAt.toISOString(), needsApproval }]
  })
}
