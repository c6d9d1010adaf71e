import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Actor, reaches } from '#lib/permissions'
import type { PlanVersion } from '#lib/plan-version'
import { readOrg, type Tx } from '../client'
import { isId } from '../id'
import { memberships } from '../schema/people'
import { planVersions as versionTable } from '../schema/plans'
import { draftsOf } from './plan-drafts'

/** All versions of a team's plan for a fiscal year, the newest first; none for a team that the actor does not reach. */
export async function planVersions(actor: Actor, teamId: string, year: number): Promise<PlanVersion[]> {
  if (!isId(teamId) || !reaches(actor, teamId)) return []
  const wanted = and(eq(versionTable.teamId, teamId), eq(versionTable.year, year))
  return readOrg(actor, (tx) => versionsIn(tx, actor.orgId, wanted))
}

/** One version, or null when there is none that the actor reaches. */
export async function planVersion(actor: Actor, planId: string): Promise<PlanVersion | null> {
  if (!isId(planId)) return null
  const [found] = await readOrg(actor, (tx) => versionsIn(tx, actor.orgId, eq(versionTable.id, planId)))
  return found && reaches(actor, found.teamId) ? found : null
}

/** The active plans of the teams that the actor reaches, for some fiscal years. */
export async function activePlans(actor: Actor, years: readonly number[]): Promise<PlanVersion[]> {
  const found = await readOrg(actor, (tx) => activePlansIn(tx, actor.orgId, years))
  return found.filter((plan) => reaches(actor, plan.teamId))
}

/** The active plans of every team of the organisation. */
export function activePlansIn(
  tx: Tx,
  orgId: string,
  years: readonly number[],
  teamId?: string,
): Promise<PlanVersion[]> {
  const ofTeam = teamId ? eq(versionTable.teamId, teamId) : undefined
  return versionsIn(tx, orgId, and(eq(versionTable.state, 'active'), inArray(versionTable.year, [...years]), ofTeam))
}

/** The versions that meet a condition, with all that they hold. */
export async function versionsIn(tx: Tx, orgId: string, wanted: SQL | undefined): Promise<PlanVersion[]> {
  const rows = await versionRows(tx, orgId, wanted)
  const drafts = await draftsOf(tx, orgId, rows)
  return rows.flatMap((row) => {
    const draft = drafts.get(row.id)
    if (!draft) return []
    const { id, teamId, year, version, state, reason, revision, createdBy, activatedBy } = row
    const createdAt = row.createdAt.toISOString()
    const activatedAt = row.activatedAt?.toISOString() ?? null
    return [
      { id, teamId, year, version, state, reason, revision, createdAt, createdBy, activatedAt, activatedBy, draft },
    ]
  })
}

function versionRows(tx: Tx, orgId: string, wanted: SQL | undefined) {
  const creator = alias(memberships, 'creator')
  const activator = alias(memberships, 'activator')
  return tx
    .select({
      id: versionTable.id,
      teamId: versionTable.teamId,
      year: versionTable.year,
      version: versionTable.version,
      state: versionTable.state,
      reason: versionTable.reason,
      revision: versionTable.revision,
      createdAt: versionTable.createdAt,
      createdBy: creator.name,
      activatedAt: versionTable.activatedAt,
      activatedBy: activator.name,
      revenueGoal: versionTable.revenueGoal,
      existing: versionTable.existing,
      salesSourced: versionTable.salesSourced,
      spreadKind: versionTable.spreadKind,
      nextYearGrowth: versionTable.nextYearGrowth,
      rounding: versionTable.rounding,
      salesPeople: versionTable.salesPeople,
      opportunitiesPerPerson: versionTable.opportunitiesPerPerson,
    })
    .from(versionTable)
    .innerJoin(creator, and(eq(creator.orgId, versionTable.orgId), eq(creator.userId, versionTable.createdBy)))
    .leftJoin(activator, and(eq(activator.orgId, versionTable.orgId), eq(activator.userId, versionTable.activatedBy)))
    .where(and(eq(versionTable.orgId, orgId), wanted))
    .orderBy(asc(versionTable.teamId), asc(versionTable.year), desc(versionTable.version))
}
