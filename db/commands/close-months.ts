import { and, eq, sql } from 'drizzle-orm'
import { conflict } from '#lib/errors'
import { CloseMonthsInput } from '#lib/input/closing'
import { addMonths, isMonth, type Month, monthOf, monthsBetween } from '#lib/month'
import { freezeCredits } from '../attribution/freeze'
import { closedMonthsIn } from '../queries/actuals'
import { firstCountedMonth } from '../queries/counted'
import { monthlyActuals } from '../schema/actuals'
import { monthCloses } from '../schema/closing'
import { command, lockedTeam, type Work } from './command'

/**
 * Closes a team's months in order, with what they are credited with: from the one after the last closed, else the first with an entry, up to `through`.
 * Answers the months that are closed now and were not; none when somebody closed them a moment before.
 * @throws AppError 'conflict' (monthNotFinished, nothingToClose, teamArchived, creditsBehind), 'notFound'
 */
export const closeMonths = command(
  { action: 'month.close', capability: 'month.close', input: CloseMonthsInput },
  async (work, { teamId, through, today }) => {
    const team = await lockedTeam(work, teamId)
    if (team.archivedAt) throw conflict('teamArchived')
    if (through >= monthOf(today)) throw conflict('monthNotFinished', { month: through })
    const last = (await closedMonthsIn(work.tx, work.actor.orgId, teamId)).at(-1)
    if (last && last >= through) return { value: { closed: [] }, audit: null }
    const from = last ? addMonths(last, 1) : await firstEntered(work, teamId)
    if (from === null || from > through) throw conflict('nothingToClose', { month: through })
    const closed = Array.from({ length: monthsBetween(from, through) + 1 }, (_, i) => addMonths(from, i))
    const close = { orgId: work.actor.orgId, teamId, closedAt: new Date(), closedBy: work.actor.userId }
    await work.tx.insert(monthCloses).values(closed.map((month) => ({ ...close, month })))
    await freezeCredits(work, { teamId, isRoot: team.isRoot, months: closed, closedAt: close.closedAt })
    return { value: { closed }, audit: { subjectId: teamId, before: { through: last ?? null }, after: { closed } } }
  },
)

async function firstEntered({ tx, actor }: Work, teamId: string): Promise<Month | null> {
  const [first] = await tx
    .select({ month: sql<string | null>`min(${monthlyActuals.month})` })
    .from(monthlyActuals)
    .where(and(eq(monthlyActuals.orgId, actor.orgId), eq(monthlyActuals.teamId, teamId)))
  const entered = first?.month && isMonth(first.month) ? first.month : null
  const counted = await firstCountedMonth(tx, actor.orgId, teamId)
  return entered !== null && counted !== null && counted < entered ? counted : (entered ?? counted)
}
