import { and, asc, eq, inArray } from 'drizzle-orm'
import type { ChannelDraft, PlanDraft, TransitionDraft } from '#lib/input/plan-draft'
import type { Tx } from '../client'
import { stages } from '../schema/funnel'
import { planChannels, planMonths, planTransitions, type planVersions } from '../schema/plans'

type Goals = Pick<
  typeof planVersions.$inferSelect,
  | 'id'
  | 'revenueGoal'
  | 'existing'
  | 'salesSourced'
  | 'spreadKind'
  | 'nextYearGrowth'
  | 'rounding'
  | 'salesPeople'
  | 'opportunitiesPerPerson'
>

/** What the form of each plan holds, put together from its tables; by plan id. */
export async function draftsOf(tx: Tx, orgId: string, plans: readonly Goals[]): Promise<Map<string, PlanDraft>> {
  if (plans.length === 0) return new Map()
  const ids = plans.map((plan) => plan.id)
  const months = groupedByPlan(await monthRows(tx, orgId, ids))
  const transitions = groupedByPlan(await transitionRows(tx, orgId, ids))
  const channels = groupedByPlan(await channelRows(tx, orgId, ids))
  return new Map(
    plans.map((plan) => [
      plan.id,
      draftFrom(plan, months.get(plan.id) ?? [], channels.get(plan.id) ?? [], transitions.get(plan.id) ?? []),
    ]),
  )
}

function draftFrom(
  plan: Goals,
  months: readonly { monthIndex: number; value: string | null }[],
  channels: Awaited<ReturnType<typeof channelRows>>,
  transitions: Awaited<ReturnType<typeof transitionRows>>,
): PlanDraft {
  const values = Array<string | null>(12).fill(null)
  for (const { monthIndex, value } of months) values[monthIndex] = value
  const { revenueGoal, existing, salesSourced, spreadKind, nextYearGrowth, rounding } = plan
  const { salesPeople, opportunitiesPerPerson } = plan
  return {
    ...{ revenueGoal, existing, salesSourced, nextYearGrowth, rounding, salesPeople, opportunitiesPerPerson },
    spread: { kind: spreadKind, values },
    channels: channels.map(({ planId: _, ...channel }): ChannelDraft => {
      const own = transitions.filter((transition) => transition.channelId === channel.channelId)
      return { ...channel, transitions: own.map(transitionFrom) }
    }),
  }
}

function transitionFrom({ to, rate, lagMonths, lagCurve }: TransitionRow): TransitionDraft {
  return { to, rate, lag: lagCurve ?? lagMonths }
}

function monthRows(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx
    .select({ planId: planMonths.planId, monthIndex: planMonths.monthIndex, value: planMonths.value })
    .from(planMonths)
    .where(and(eq(planMonths.orgId, orgId), inArray(planMonths.planId, [...ids])))
}

function channelRows(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx
    .select({
      planId: planChannels.planId,
      channelId: planChannels.channelId,
      share: planChannels.share,
      entry: planChannels.entry,
      dealSize: planChannels.dealSize,
      unitCostStage: planChannels.unitCostStage,
      unitCost: planChannels.unitCost,
      fixedCostPerMonth: planChannels.fixedCostPerMonth,
      scheduled: planChannels.scheduled,
      entryUplift: planChannels.entryUplift,
      note: planChannels.note,
    })
    .from(planChannels)
    .where(and(eq(planChannels.orgId, orgId), inArray(planChannels.planId, [...ids])))
    .orderBy(asc(planChannels.planId), asc(planChannels.position))
}

type TransitionRow = Awaited<ReturnType<typeof transitionRows>>[number]

function transitionRows(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx
    .select({
      planId: planTransitions.planId,
      channelId: planTransitions.channelId,
      to: planTransitions.toStage,
      rate: planTransitions.rate,
      lagMonths: planTransitions.lagMonths,
      lagCurve: planTransitions.lagCurve,
    })
    .from(planTransitions)
    .innerJoin(stages, and(eq(stages.orgId, planTransitions.orgId), eq(stages.key, planTransitions.toStage)))
    .where(and(eq(planTransitions.orgId, orgId), inArray(planTransitions.planId, [...ids])))
    .orderBy(asc(stages.position))
}

function groupedByPlan<Row extends { planId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.planId, [...(groups.get(row.planId) ?? []), row])
  return groups
}
