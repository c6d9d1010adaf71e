import { and, eq } from 'drizzle-orm'
import type { ChannelDraft, PlanDraft, TransitionDraft } from '#lib/input/plan-draft'
import { planChannels, planMonths, planTransitions } from '../schema/plans'
import type { Work } from './command'

/** The columns of a plan version that its draft fills. */
export function goalsOf({ spread, channels: _, ...columns }: PlanDraft) {
  return { ...columns, spreadKind: spread.kind }
}

/** Writes months, channels and transitions of a plan in the place of those that it had. */
export async function writePlanParts({ tx, actor }: Work, planId: string, draft: PlanDraft): Promise<void> {
  const plan = { orgId: actor.orgId, planId }
  await tx.delete(planMonths).where(and(eq(planMonths.orgId, plan.orgId), eq(planMonths.planId, planId)))
  await tx.insert(planMonths).values(draft.spread.values.map((value, monthIndex) => ({ ...plan, monthIndex, value })))
  // Transitions go with their channels (ON DELETE CASCADE).
  await tx.delete(planChannels).where(and(eq(planChannels.orgId, plan.orgId), eq(planChannels.planId, planId)))
  const channels = draft.channels.map((channel, position) => ({ ...plan, ...columnsOf(channel), position }))
  if (channels.length > 0) await tx.insert(planChannels).values(channels)
  const transitions = draft.channels.flatMap(({ channelId, transitions }) =>
    transitions.map((transition) => ({ ...plan, channelId, ...transitionColumns(transition) })),
  )
  if (transitions.length > 0) await tx.insert(planTransitions).values(transitions)
}

function columnsOf({ transitions: _, ...columns }: ChannelDraft) {
  return columns
}

function transitionColumns({ to, rate, lag }: TransitionDraft) {
  const isCurve = lag !== null && typeof lag !== 'string'
  return { toStage: to, rate, lagMonths: isCurve ? null : lag, lagCurve: isCurve ? lag : null }
}
