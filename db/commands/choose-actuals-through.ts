import { eq } from 'drizzle-orm'
import { conflict, invalid } from '#lib/errors'
import { ChooseActualsThroughInput } from '#lib/input/closing'
import { fiscalYear, type Month } from '#lib/month'
import { closedMonthsIn } from '../queries/actuals'
import { chosenThroughIn } from '../queries/closing'
import { teamYears } from '../schema/closing'
import { organisations } from '../schema/organisation'
import { command, lockedTeam, type Work } from './command'

/**
 * Chooses an earlier 適用境界月 for a team's year; null = the last finished month with actuals again.
 * @throws AppError 'conflict' (boundaryBeforeClose, teamArchived), 'invalid' (monthOutsideYear), 'notFound'
 */
export const chooseActualsThrough = command(
  { action: 'actuals.through', capability: 'month.close', input: ChooseActualsThroughInput },
  async (work, { teamId, year, month }) => {
    const { tx, actor } = work
    const team = await lockedTeam(work, teamId)
    if (team.archivedAt) throw conflict('teamArchived')
    if (month !== null) await requireOpenEnd(work, teamId, year, month)
    const before = await chosenThroughIn(tx, actor.orgId, teamId, year)
    if (before === month) return { value: undefined, audit: null }
    const chosen = { actualsThrough: month, chosenAt: new Date(), chosenBy: actor.userId }
    await tx
      .insert(teamYears)
      .values({ orgId: actor.orgId, teamId, year, ...chosen })
      .onConflictDoUpdate({ target: [teamYears.orgId, teamYears.teamId, teamYears.year], set: chosen })
    return { value: undefined, audit: { subjectId: teamId, before: { year, month: before }, after: { year, month } } }
  },
)

/** A month of the year, and not before the last closed one. */
async function requireOpenEnd({ tx, actor }: Work, teamId: string, year: number, month: Month): Promise<void> {
  const [org] = await tx
    .select({ fiscalStart: organisations.fiscalStart })
    .from(organisations)
    .where(eq(organisations.orgId, actor.orgId))
  if (!fiscalYear(year, org?.fiscalStart ?? 1).months.includes(month)) {
    throw invalid('invalid', { month: 'monthOutsideYear' })
  }
  const last = (await closedMonthsIn(tx, actor.orgId, teamId)).at(-1)
  if (last && month < last) throw conflict('boundaryBeforeClose', { month: last })
}
