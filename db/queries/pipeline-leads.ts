import { and, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { StageKey } from '#lib/funnel/stages'
import type { LeadFilter } from '#lib/input/pipeline'
import { addMonths, isMonth, type Month } from '#lib/month'
import type { HandoverCell } from '#lib/pipeline/handover'
import type { JourneyCell } from '#lib/pipeline/journey'
import type { Tx } from '../client'
import { type leadStages, leads } from '../schema/leads'
import { handoverRollup, journeyRollup } from '../schema/pipeline-rollup'
import { dayOf, firstDay, type PipelineScope, startOf } from './pipeline-conditions'

type Span = Pick<LeadFilter, 'from' | 'to'>

export const leadsOfTeams = ({ orgId, teamIds }: PipelineScope) =>
  and(eq(leads.orgId, orgId), inArray(leads.teamId, [...teamIds]))

/** Moments from a month to another, by the organisation's calendar. */
export function between(
  moment: typeof leads.passedAt | typeof leadStages.reachedAt,
  { from, to }: Span,
  scope: PipelineScope,
): SQL | undefined {
  return and(
    from ? gte(moment, startOf(sql`${firstDay(from)}::date`, scope)) : undefined,
    to ? lt(moment, startOf(sql`${firstDay(addMonths(to, 1))}::date`, scope)) : undefined,
  )
}

/** Days from passing to the first work; null: not worked on. */
export const responseDays = (scope: PipelineScope) =>
  sql<number | null>`greatest(0, ${dayOf(leads.workedAt, scope)} - ${dayOf(leads.passedAt, scope)})`

/** Days since passing. */
export const ageOf = (scope: PipelineScope) => sql<number>`(${scope.today}::date - ${dayOf(leads.passedAt, scope)})`

const inMonths = (column: PgColumn, { from, to }: Span) =>
  and(from ? gte(column, from) : undefined, to ? lte(column, to) : undefined)

/** Leads passed to sales in a span, those that agree in everything added up. */
export async function handoverIn(
  tx: Tx,
  { orgId, teamIds, today }: PipelineScope,
  span: Span,
): Promise<HandoverCell[]> {
  const { teamId, month, channelId, responseDays, passedOn, isReturned, returnReason, records } = handoverRollup
  const age = sql<number>`coalesce(${today}::date - ${passedOn}, 0)`
  return tx
    .select({ channelId, responseDays, age, isReturned, returnReason, count: sql<number>`sum(${records})::float8` })
    .from(handoverRollup)
    .where(and(eq(handoverRollup.orgId, orgId), inArray(teamId, [...teamIds]), inMonths(month, span)))
    .groupBy(channelId, responseDays, passedOn, isReturned, returnReason)
}

/**
 * Leads that came in a span, by the months in which they reached each stage; opportunity and won are those of their
 * first opportunity. Then the opportunities created in the span that came from no lead.
 */
export async function journeysIn(
  tx: Tx,
  { orgId, teamIds }: PipelineScope,
  span: Span,
  stages: readonly { readonly key: StageKey }[],
): Promise<JourneyCell[]> {
  const { teamId, month, channelId, reached, records } = journeyRollup
  const rows = await tx
    .select({ channelId, reached, count: sql<number>`sum(${records})::float8` })
    .from(journeyRollup)
    .where(and(eq(journeyRollup.orgId, orgId), inArray(teamId, [...teamIds]), inMonths(month, span)))
    .groupBy(channelId, reached)
  const keys = stages.map(({ key }) => key)
  const known = keys.slice(keys.indexOf('lead'))
  return rows.map(({ reached: months, ...row }) => ({ ...row, reached: knownOf(known, months) }))
}

/** The months of the stages that the organisation has. */
function knownOf(keys: readonly StageKey[], months: Readonly<Record<string, string>>): Record<StageKey, Month> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const month = months[key]
      return month !== undefined && isMonth(month) ? [[key, month] as const] : []
    }),
  )
}
