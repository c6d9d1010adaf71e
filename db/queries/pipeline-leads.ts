import { and, eq, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { LeadFilter } from '#lib/input/pipeline'
import { addMonths, isMonth, type Month } from '#lib/month'
import type { HandoverCell } from '#lib/pipeline/handover'
import type { JourneyCell } from '#lib/pipeline/journey'
import type { Tx } from '../client'
import { leadStages, leads } from '../schema/leads'
import { opportunities as deals } from '../schema/opportunities'
import { dayOf, firstDay, type PipelineScope, startOf } from './pipeline-conditions'
import { rowsOf } from './pipeline-deals'

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

const Cell = z.object({
  channelId: z.string().nullable(),
  campaignId: z.string().nullable(),
  responseDays: z.number().nullable(),
  age: z.number(),
  isReturned: z.boolean(),
  returnReason: z.string().nullable(),
  count: z.number(),
})

/** Leads passed to sales in a span, those that agree in everything added up. */
export function handoverIn(tx: Tx, scope: PipelineScope, span: Span): Promise<HandoverCell[]> {
  // greatest() of a null and 0 is 0: what was not worked on has no days.
  return rowsOf(
    tx,
    Cell,
    sql`select ${leads.channelId} as "channelId", ${leads.campaignId} as "campaignId",
      case when ${leads.workedAt} is null then null else ${responseDays(scope)} end as "responseDays",
      case when ${leads.workedAt} is null then ${ageOf(scope)} else 0 end as age,
      ${leads.returnedAt} is not null as "isReturned", ${leads.returnReason} as "returnReason", count(*)::int as count
    from ${leads} where ${leadsOfTeams(scope)} and ${isNotNull(leads.passedAt)} and ${between(leads.passedAt, span, scope) ?? sql`true`}
    group by 1, 2, 3, 4, 5, 6`,
  )
}

const monthOfMoment = (moment: SQL, { timeZone }: PipelineScope) =>
  sql`to_char(${moment} at time zone ${timeZone}, 'YYYY-MM')`

const Journey = z.object({
  channelId: z.string().nullable(),
  reached: z.record(
    z.string(),
    z.custom<Month>((text) => typeof text === 'string' && isMonth(text)),
  ),
  count: z.number(),
})

/**
 * Leads that came in a span, by the months in which they reached each stage; opportunity and won are those of their
 * first opportunity. Then the opportunities created in the span that came from no lead.
 */
export async function journeysIn(tx: Tx, scope: PipelineScope, span: Span): Promise<JourneyCell[]> {
  const opportunity = sql`select jsonb_strip_nulls(jsonb_build_object(
      'opportunity', to_char(min(${deals.createdOn}), 'YYYY-MM'),
      'won', to_char(min(${deals.closedOn}) filter (where ${deals.state} = 'won'), 'YYYY-MM'))) as reached
    from ${deals} where ${deals.orgId} = ${scope.orgId} and ${deals.leadId} = entered.id`
  const fromLeads = sql`select entered.channel_id as "channelId", stood.reached || coalesce(sold.reached, '{}') as reached,
      count(*)::int as count
    from (
      select ${leads.id} as id, ${leads.channelId} as channel_id
      from ${leadStages} join ${leads} on ${leads.orgId} = ${leadStages.orgId} and ${leads.id} = ${leadStages.leadId}
      where ${leadStages.orgId} = ${scope.orgId} and ${leadStages.stage} = 'lead'
        and ${between(leadStages.reachedAt, span, scope) ?? sql`true`} and ${leadsOfTeams(scope)}
    ) entered
    cross join lateral (
      select jsonb_object_agg(${leadStages.stage}, ${monthOfMoment(sql`${leadStages.reachedAt}`, scope)}) as reached
      from ${leadStages} where ${leadStages.orgId} = ${scope.orgId} and ${leadStages.leadId} = entered.id
    ) stood
    left join lateral (${opportunity}) sold on true
    group by 1, 2`
  const alone = sql`select ${deals.sourceChannelId} as "channelId", jsonb_strip_nulls(jsonb_build_object(
      'opportunity', to_char(${deals.createdOn}, 'YYYY-MM'),
      'won', case when ${deals.state} = 'won' then to_char(${deals.closedOn}, 'YYYY-MM') end)) as reached,
      count(*)::int as count
    from ${deals} where ${deals.orgId} = ${scope.orgId} and ${inArray(deals.teamId, [...scope.teamIds])}
      and ${deals.leadId} is null and ${deals.sourceChannelId} is not null
      and ${createdBetween(span) ?? sql`true`}
    group by 1, 2`
  return [...(await rowsOf(tx, Journey, fromLeads)), ...(await rowsOf(tx, Journey, alone))]
}

function createdBetween({ from, to }: Span): SQL | undefined {
  return and(
    from ? gte(deals.createdOn, firstDay(from)) : undefined,
    to ? lt(deals.createdOn, firstDay(addMonths(to, 1))) : undefined,
  )
}
