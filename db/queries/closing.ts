import { and, asc, between, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type FiscalYear, isMonth, type Month } from '#lib/month'
import type { Restatement } from '#lib/monthly-actual'
import { type Actor, reaches } from '#lib/permissions'
import { readOrg, type Tx } from '../client'
import { isId } from '../id'
import { monthCloses, restatements, teamYears } from '../schema/closing'
import { memberships } from '../schema/people'

/** Who did something with a month, by name, and when (ISO 8601). */
export type MonthAct = { readonly month: Month; readonly by: string; readonly at: string }

export type Closings = {
  /** Months that are closed now, in order. */
  readonly closed: readonly MonthAct[]
  /** Every opening of a month, in the order of time; the month may be closed again since. */
  readonly reopened: readonly (MonthAct & { readonly reason: string })[]
}

/** The closed months of a team's year and the history of openings; none for a team that the actor does not reach. */
export async function closings(actor: Actor, teamId: string, year: FiscalYear): Promise<Closings> {
  if (!isId(teamId) || !reaches(actor, teamId)) return { closed: [], reopened: [] }
  return readOrg(actor, async (tx) => ({
    closed: await closedIn(tx, actor.orgId, teamId, year),
    reopened: await reopenedIn(tx, actor.orgId, teamId, year),
  }))
}

const ofYear = (orgId: string, teamId: string, year: FiscalYear) =>
  and(eq(monthCloses.orgId, orgId), eq(monthCloses.teamId, teamId), between(monthCloses.month, year.first, year.last))

async function closedIn(tx: Tx, orgId: string, teamId: string, year: FiscalYear): Promise<MonthAct[]> {
  const closer = alias(memberships, 'closer')
  const rows = await tx
    .select({ month: monthCloses.month, by: closer.name, at: monthCloses.closedAt })
    .from(monthCloses)
    .innerJoin(closer, and(eq(closer.orgId, monthCloses.orgId), eq(closer.userId, monthCloses.closedBy)))
    .where(and(ofYear(orgId, teamId, year), isNull(monthCloses.reopenedAt)))
    .orderBy(asc(monthCloses.month))
  return rows.flatMap(({ month, by, at }) => (isMonth(month) ? [{ month, by, at: at.toISOString() }] : []))
}

async function reopenedIn(tx: Tx, orgId: string, teamId: string, year: FiscalYear): Promise<Closings['reopened']> {
  const rows = await tx
    .select({
      month: monthCloses.month,
      by: memberships.name,
      at: monthCloses.reopenedAt,
      reason: monthCloses.reopenReason,
    })
    .from(monthCloses)
    .innerJoin(
      memberships,
      and(eq(memberships.orgId, monthCloses.orgId), eq(memberships.userId, monthCloses.reopenedBy)),
    )
    .where(and(ofYear(orgId, teamId, year), isNotNull(monthCloses.reopenedAt)))
    .orderBy(asc(monthCloses.reopenedAt), asc(monthCloses.month))
  return rows.flatMap(({ month, by, at, reason }) =>
    isMonth(month) && at && reason !== null ? [{ month, by, at: at.toISOString(), reason }] : [],
  )
}

/** The last closed month of each team that has one. */
export async function closesIn(
  tx: Tx,
  orgId: string,
  teamId: string | undefined,
): Promise<{ readonly teamId: string; readonly through: Month }[]> {
  const rows = await tx
    .select({ teamId: monthCloses.teamId, through: sql<string>`max(${monthCloses.month})` })
    .from(monthCloses)
    .where(
      and(
        eq(monthCloses.orgId, orgId),
        isNull(monthCloses.reopenedAt),
        teamId ? eq(monthCloses.teamId, teamId) : undefined,
      ),
    )
    .groupBy(monthCloses.teamId)
    .orderBy(asc(monthCloses.teamId))
  return rows.flatMap(({ teamId, through }) => (isMonth(through) ? [{ teamId, through }] : []))
}

/** Corrections of a team's closed months since their present close, in the order of time; none out of reach. */
export async function restatementsOf(actor: Actor, teamId: string, year: FiscalYear): Promise<Restatement[]> {
  if (!isId(teamId) || !reaches(actor, teamId)) return []
  return readOrg(actor, (tx) => restatementsIn(tx, actor.orgId, [teamId], year))
}

/** @param teamIds undefined = all teams */
export async function restatementsIn(
  tx: Tx,
  orgId: string,
  teamIds: readonly string[] | undefined,
  year: FiscalYear,
): Promise<Restatement[]> {
  const { teamId, month, line, channelId, campaignId, metric, before, after, reason, reasonKey } = restatements
  const rows = await tx
    .select({
      ...{ teamId, month, line, channelId, campaignId, metric, before, after, reason, reasonKey },
      by: memberships.name,
      at: restatements.correctedAt,
    })
    .from(restatements)
    .innerJoin(monthCloses, corrects)
    .innerJoin(
      memberships,
      and(eq(memberships.orgId, restatements.orgId), eq(memberships.userId, restatements.correctedBy)),
    )
    .where(
      and(
        eq(restatements.orgId, orgId),
        teamIds && inArray(restatements.teamId, [...teamIds]),
        between(restatements.month, year.first, year.last),
      ),
    )
    .orderBy(asc(restatements.correctedAt), asc(restatements.version), asc(restatements.id))
  return rows.flatMap(({ month, at, reason: text, reasonKey: key, ...row }) => {
    const why = key === null ? { text: text ?? '' } : { key }
    return isMonth(month) ? [{ ...row, month, at: at.toISOString(), reason: why }] : []
  })
}

/** A restatement belongs to one close of its month; it counts while that close stands. */
const corrects = and(
  eq(monthCloses.orgId, restatements.orgId),
  eq(monthCloses.teamId, restatements.teamId),
  eq(monthCloses.month, restatements.month),
  eq(monthCloses.closedAt, restatements.closedAt),
  isNull(monthCloses.reopenedAt),
)

/** 適用境界月 that was chosen for a team's year; null = none. */
export async function chosenThroughIn(tx: Tx, orgId: string, teamId: string, year: number): Promise<Month | null> {
  const [row] = await tx
    .select({ month: teamYears.actualsThrough })
    .from(teamYears)
    .where(and(eq(teamYears.orgId, orgId), eq(teamYears.teamId, teamId), eq(teamYears.year, year)))
  return row?.month && isMonth(row.month) ? row.month : null
}
