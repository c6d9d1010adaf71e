import { and, eq, isNull } from 'drizzle-orm'
import { conflict, invalid } from '#lib/errors'
import { CountFromInput } from '#lib/records/counted'
import { closedMonthsIn } from '../queries/actuals'
import { stagesIn } from '../queries/organisation'
import { countedFrom } from '../schema/rollup'
import { lockedChannel } from './channel'
import { command, lockedTeam, type Work } from './command'

/**
 * Chooses from which month on a metric is counted from records instead of entered by hand; null: always by hand. Closed
 * months keep the figures that they were closed with, so neither the old nor the new choice may reach into one.
 * @throws AppError 'conflict' (countedClosed), 'invalid', 'notFound'
 */
export const countFrom = command(
  { action: 'counted.choose', capability: 'records.import', input: CountFromInput },
  async (work, { teamId, line, channelId, metric, month }) => {
    const { tx, actor } = work
    await lockedTeam(work, teamId)
    if (channelId !== null) await lockedChannel(work, channelId)
    await requireMetric(work, metric)
    const cell = and(
      ...[eq(countedFrom.orgId, actor.orgId), eq(countedFrom.teamId, teamId), eq(countedFrom.line, line)],
      channelId === null ? isNull(countedFrom.channelId) : eq(countedFrom.channelId, channelId),
      eq(countedFrom.metric, metric),
    )
    const [standing] = await tx.select({ month: countedFrom.month }).from(countedFrom).where(cell)
    const before = standing?.month ?? null
    if (before === month) return { value: undefined, audit: null }
    await requireOpen(work, teamId, [before, month])
    await tx.delete(countedFrom).where(cell)
    const chosen = { chosenBy: actor.userId, chosenAt: new Date() }
    if (month !== null) {
      await tx.insert(countedFrom).values({ orgId: actor.orgId, teamId, line, channelId, metric, month, ...chosen })
    }
    const place = { line, channelId, metric }
    const audit = { subjectId: teamId, before: { ...place, month: before }, after: { ...place, month } }
    return { value: undefined, audit }
  },
)

async function requireMetric({ tx, actor }: Work, metric: string): Promise<void> {
  const stages = (await stagesIn(tx, actor.orgId)).map(({ key }) => key)
  const counted = stages.slice(stages.indexOf('lead'))
  if (!['revenue', 'cost', ...counted].includes(metric)) throw invalid('invalid', { metric: 'stageUnknown' })
}

async function requireOpen({ tx, actor }: Work, teamId: string, months: readonly (string | null)[]): Promise<void> {
  const last = (await closedMonthsIn(tx, actor.orgId, teamId)).at(-1)
  const [first] = months.filter((month) => month !== null).sort()
  if (last && first && first <= last) throw conflict('countedClosed', { month: last })
}
