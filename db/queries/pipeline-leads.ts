import { and, eq, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { StageKey } from '#lib/funnel/stages'
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

const firstOfMonth = (moment: PgColumn | SQL, { timeZone }: PipelineScope) =>
  sql`date_trunc('month', ${moment} at time zone ${timeZone})::date`

const MonthOrNull = z.custom<Month>((text) => typeof text === 'string' && isMonth(text)).nullable()

/**
 * Leads that came in a span, by the months in which they reached each stage; opportunity and won are those of their
 * first opportunity. Then the opportunities created in the span that came from no lead.
 */
export async function journeysIn(
  tx: Tx,
  scope: PipelineScope,
  span: Span,
  stages: readonly { readonly key: StageKey }[],
): Promise<JourneyCell[]> {
  const keys = stages.map(({ key }) => key)
  const inBetween = keys.slice(keys.indexOf('lead') + 1, keys.indexOf('opportunity'))
  const named = (names: readonly StageKey[], { channelId, months, count }: z.output<typeof Journey>): JourneyCell => {
    const reached = names.flatMap((stage, i) => (months[i] ? [[stage, months[i]] as const] : []))
    return { channelId, reached: Object.fromEntries(reached), count }
  }
  const withLead = await fromLeads(tx, scope, span, inBetween)
  const alone = await fromNoLead(tx, scope, span)
  return [
    ...withLead.map((row) => named(['lead', ...inBetween, ...SOLD], row)),
    ...alone.map((row) => named(SOLD, row)),
  ]
}

const SOLD = ['opportunity', 'won'] as const

/** A journey as read: the month of each stage in their order, from lead on; null: not reached. */
const Journey = z.object({ channelId: z.string().nullable(), months: z.array(MonthOrNull), count: z.number() })

/** Joined as whole sets: one look-up per lead would take minutes where leads come by the hundred thousand. */
function fromLeads(tx: Tx, scope: PipelineScope, span: Span, stages: readonly StageKey[]) {
  const { orgId } = scope
  const columns = stages.map((_, i) => sql.raw(`s${i}`))
  const joins = columns.map(
    (name, i) => sql`left join ${leadStages} ${name} on ${name}.org_id = ${orgId} and ${name}.stage = ${stages[i]}
      and ${name}.lead_id = ${leads.id}`,
  )
  const months = [
    firstOfMonth(leadStages.reachedAt, scope),
    ...columns.map((name) => firstOfMonth(sql`${name}.reached_at`, scope)),
    sql`date_trunc('month', sold.created_on)::date`,
    sql`date_trunc('month', sold.closed_on)::date`,
  ]
  return rowsOf(
    tx,
    Journey,
    sql`select "channelId", (select array_agg(to_char(m, 'YYYY-MM') order by i) from unnest(reached) with ordinality u(m, i)) as months, count
    from (
      select ${leads.channelId} as "channelId", array[${sql.join(months, sql`, `)}] as reached, count(*)::int as count
      from ${leadStages} join ${leads} on ${leads.orgId} = ${orgId} and ${leads.id} = ${leadStages.leadId}
      ${sql.join(joins, sql` `)}
      left join (
        select ${deals.leadId} as lead_id, min(${deals.createdOn}) as created_on,
          min(${deals.closedOn}) filter (where ${deals.state} = 'won') as closed_on
        from ${deals} where ${deals.orgId} = ${orgId} and ${deals.leadId} is not null group by 1
      ) sold on sold.lead_id = ${leads.id}
      where ${leadStages.orgId} = ${orgId} and ${leadStages.stage} = 'lead'
        and ${between(leadStages.reachedAt, span, scope) ?? sql`true`} and ${leadsOfTeams(scope)}
      group by 1, 2
    ) journeys`,
  )
}

/** Opportunities of a known source that came from no lead. */
function fromNoLead(tx: Tx, scope: PipelineScope, span: Span) {
  return rowsOf(
    tx,
    Journey,
    sql`select ${deals.sourceChannelId} as "channelId", array[to_char(${deals.createdOn}, 'YYYY-MM'),
      case when ${deals.state} = 'won' then to_char(${deals.closedOn}, 'YYYY-MM') end] as months, count(*)::int as count
    from ${deals} where ${deals.orgId} = ${scope.orgId} and ${inArray(deals.teamId, [...scope.teamIds])}
      and ${deals.leadId} is null and ${deals.sourceChannelId} is not null and ${createdBetween(span) ?? sql`true`}
    group by 1, 2`,
  )
}

function createdBetween({ from, to }: Span): SQL | undefined {
  return and(
    from ? gte(deals.createdOn, firstDay(from)) : undefined,
    to ? lt(deals.createdOn, firstDay(addMonths(to, 1))) : undefined,
  )
}
