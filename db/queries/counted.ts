import { and, asc, between, eq, inArray, lte } from 'drizzle-orm'
import { isMonth, type Month } from '#lib/month'
import { type Actor, reaches } from '#lib/permissions'
import {
  type ComparedCell,
  type CountedFrom,
  comparedCells,
  countedActuals,
  type MonthFigure,
} from '#lib/records/counted-actuals'
import { readOrg, type Tx } from '../client'
import { isId } from '../id'
import { countedFrom, monthlyRollup } from '../schema/rollup'
import { type ActualsWanted, actualsIn } from './actuals'

/**
 * The figures that count, from one month to another: by hand, and from records from the month on that was chosen for
 * them. For whatever is computed from the past; what people enter is monthlyActuals.
 */
export function monthFigures(actor: Actor, wanted: ActualsWanted): Promise<MonthFigure[]> {
  const teamIds = wanted.teamIds?.filter((id) => reaches(actor, id)) ?? actor.teamIds
  return readOrg(actor, async (tx) =>
    monthFiguresIn(tx, actor.orgId, { ...wanted, teamIds }, await choicesIn(tx, actor.orgId, teamIds)),
  )
}

/** @param chosen what these teams count from records, see choicesIn */
export async function monthFiguresIn(
  tx: Tx,
  orgId: string,
  wanted: ActualsWanted,
  chosen: readonly CountedFrom[],
): Promise<MonthFigure[]> {
  const byHand = await actualsIn(tx, orgId, wanted)
  const choices = chosen.filter(({ month }) => month <= wanted.to)
  if (choices.length === 0) return byHand
  const fromRecords = await rollupIn(tx, orgId, wanted)
  return countedActuals(byHand, fromRecords, choices, { from: wanted.from, until: wanted.to })
}

/** What a team counts from records, and where hand and records can be compared in a span of months. */
export async function countingOf(
  actor: Actor,
  teamId: string,
  span: { readonly from: Month; readonly to: Month },
): Promise<{ readonly choices: readonly CountedFrom[]; readonly compared: readonly ComparedCell[] }> {
  if (!isId(teamId) || !reaches(actor, teamId)) return { choices: [], compared: [] }
  const wanted = { teamIds: [teamId], ...span }
  return readOrg(actor, async (tx) => ({
    choices: await choicesIn(tx, actor.orgId, wanted.teamIds),
    compared: comparedCells(await actualsIn(tx, actor.orgId, wanted), await rollupIn(tx, actor.orgId, wanted)),
  }))
}

/** What teams count from records, of all years. @param teamIds null = all teams */
export async function choicesIn(tx: Tx, orgId: string, teamIds: readonly string[] | null): Promise<CountedFrom[]> {
  const { teamId, line, channelId, metric, month } = countedFrom
  const rows = await tx
    .select({ teamId, line, channelId, metric, month })
    .from(countedFrom)
    .where(and(eq(countedFrom.orgId, orgId), teamIds ? inArray(teamId, [...teamIds]) : undefined))
    .orderBy(asc(teamId), asc(line), asc(channelId), asc(metric))
  return rows.flatMap(({ month, ...row }) => (isMonth(month) ? [{ ...row, month }] : []))
}

async function rollupIn(tx: Tx, orgId: string, { teamIds, from, to }: ActualsWanted): Promise<MonthFigure[]> {
  const { teamId, line, channelId, campaignId, metric, month, value } = monthlyRollup
  const rows = await tx
    .select({ teamId, line, channelId, campaignId, metric, month, value })
    .from(monthlyRollup)
    .where(
      and(
        eq(monthlyRollup.orgId, orgId),
        teamIds ? inArray(teamId, [...teamIds]) : undefined,
        between(month, from, to),
      ),
    )
    .orderBy(asc(month), asc(teamId), asc(line), asc(channelId), asc(campaignId), asc(metric))
  return rows.flatMap(({ month, ...row }) => (isMonth(month) ? [{ ...row, month }] : []))
}

/** The first month of a team that records count in; null = none. */
export async function firstCountedMonth(tx: Tx, orgId: string, teamId: string): Promise<Month | null> {
  const [first] = await tx
    .select({ month: monthlyRollup.month })
    .from(monthlyRollup)
    .innerJoin(
      countedFrom,
      and(
        ...[eq(countedFrom.orgId, orgId), eq(countedFrom.teamId, monthlyRollup.teamId)],
        ...[eq(countedFrom.line, monthlyRollup.line), eq(countedFrom.metric, monthlyRollup.metric)],
        lte(countedFrom.month, monthlyRollup.month),
      ),
    )
    .where(and(eq(monthlyRollup.orgId, orgId), eq(monthlyRollup.teamId, teamId)))
    .orderBy(asc(monthlyRollup.month))
    .limit(1)
  return first && isMonth(first.month) ? first.month : null
}
