import { and, asc, between, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { isMonth, type Month } from '#lib/month'
import type { MonthlyActual } from '#lib/monthly-actual'
import { type Actor, reaches } from '#lib/permissions'
import { readOrg, type Tx } from '../client'
import { monthlyActuals as actuals } from '../schema/actuals'
import { monthCloses } from '../schema/closing'

export type ActualsWanted = {
  /** Null = all teams that the actor reaches. */
  readonly teamIds: readonly string[] | null
  readonly from: Month
  readonly to: Month
}

/** The entered cells of some teams from one month to another, both included. Blank cells are absent. */
export function monthlyActuals(actor: Actor, { teamIds, from, to }: ActualsWanted): Promise<MonthlyActual[]> {
  const reached = teamIds?.filter((id) => reaches(actor, id)) ?? actor.teamIds
  return readOrg(actor, (tx) => actualsIn(tx, actor.orgId, { teamIds: reached, from, to }))
}

export async function actualsIn(tx: Tx, orgId: string, { teamIds, from, to }: ActualsWanted): Promise<MonthlyActual[]> {
  const ofTeams = teamIds ? inArray(actuals.teamId, [...teamIds]) : undefined
  return cellsIn(tx, orgId, and(ofTeams, between(actuals.month, from, to)))
}

/** The entered cells that meet a condition. */
export async function cellsIn(tx: Tx, orgId: string, wanted: SQL | undefined): Promise<MonthlyActual[]> {
  const rows = await tx
    .select({
      teamId: actuals.teamId,
      month: actuals.month,
      line: actuals.line,
      channelId: actuals.channelId,
      campaignId: actuals.campaignId,
      metric: actuals.metric,
      value: actuals.value,
      version: actuals.version,
    })
    .from(actuals)
    .where(and(eq(actuals.orgId, orgId), wanted))
    .orderBy(asc(actuals.month), asc(actuals.teamId))
  return rows.flatMap(({ month, ...row }) => (isMonth(month) ? [{ ...row, month }] : []))
}

/** The closed months of a team, in order. Nothing is entered into them any more. */
export async function closedMonths(actor: Actor, teamId: string): Promise<Month[]> {
  if (!reaches(actor, teamId)) return []
  return readOrg(actor, (tx) => closedMonthsIn(tx, actor.orgId, teamId))
}

export async function closedMonthsIn(tx: Tx, orgId: string, teamId: string): Promise<Month[]> {
  const rows = await tx
    .select({ month: monthCloses.month })
    .from(monthCloses)
    .where(and(eq(monthCloses.orgId, orgId), eq(monthCloses.teamId, teamId), isNull(monthCloses.reopenedAt)))
    .orderBy(asc(monthCloses.month))
  return rows.map((row) => row.month).filter(isMonth)
}
