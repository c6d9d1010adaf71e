import { and, eq, isNull } from 'drizzle-orm'
import { conflict } from '#lib/errors'
import { ReopenMonthInput } from '#lib/input/closing'
import { closedMonthsIn } from '../queries/actuals'
import { monthCloses } from '../schema/closing'
import { command, lockedTeam } from './command'

/**
 * Opens a team's last closed month again. The close stays as history, with who opened it, when and why.
 * @throws AppError 'conflict' (reopenLastFirst, monthNotClosed, teamArchived), 'invalid', 'notFound'
 */
export const reopenMonth = command(
  { action: 'month.reopen', capability: 'month.close', input: ReopenMonthInput },
  async ({ tx, actor }, { teamId, month, reason }) => {
    const team = await lockedTeam({ tx, actor }, teamId)
    if (team.archivedAt) throw conflict('teamArchived')
    const closed = await closedMonthsIn(tx, actor.orgId, teamId)
    const last = closed.at(-1)
    if (!closed.includes(month) || !last) throw conflict('monthNotClosed', { month })
    if (last !== month) throw conflict('reopenLastFirst', { month: last })
    const standing = and(eq(monthCloses.teamId, teamId), eq(monthCloses.month, month), isNull(monthCloses.reopenedAt))
    await tx
      .update(monthCloses)
      .set({ reopenedAt: new Date(), reopenedBy: actor.userId, reopenReason: reason })
      .where(and(eq(monthCloses.orgId, actor.orgId), standing))
    return { value: undefined, audit: { subjectId: teamId, before: { closed: month }, after: { reason } } }
  },
)
