import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { DealFilter } from '#lib/input/pipeline'
import { isMonth, type Month } from '#lib/month'
import type { Dimension, Influence } from '#lib/pipeline/contribution'
import { FORECAST_CATEGORIES, OPPORTUNITY_STATES } from '#lib/records/opportunity'
import type { Tx } from '../client'
import { opportunities as deals } from '../schema/opportunities'
import { opportunityInfluences as influences } from '../schema/pipeline-rollup'
import { monthOf } from './month-of'
import { BASIS, influencing, inSpan, isInfluenced, isSourced, ofTeams, type PipelineScope } from './pipeline-conditions'

export type Span = Pick<DealFilter, 'basis' | 'from' | 'to'>
type Months = Pick<Span, 'from' | 'to'>

export const tally = { count: z.number(), amount: z.number(), unpriced: z.number() }
export const TALLY = sql`count(*)::int as count, coalesce(sum(${deals.amount}), 0)::float8 as amount,
  (count(*) filter (where ${deals.amount} is null))::int as unpriced`

const marked = {
  ...{ ...tally, key: z.string().nullable() },
  ...{ isNew: z.boolean(), isSourced: z.boolean(), isInfluenced: z.boolean() },
}
const WithState = z.object({ ...marked, state: z.enum(OPPORTUNITY_STATES) })
const Expected = z.object({
  ...marked,
  month: z.custom<Month>((text) => typeof text === 'string' && isMonth(text)).nullable(),
  forecastCategory: z.enum(FORECAST_CATEGORIES).nullable(),
})

/** Opportunities created in some months, those that agree in everything added up; as all lists bounded by an index. */
export function createdIn(tx: Tx, scope: PipelineScope, months: Months, by: Dimension) {
  const span = { basis: 'created', ...months } as const
  return rowsOf(tx, WithState, markedCells(scope, span, by, { ...STATE, influenced: isInfluenced(scope) }))
}

/** The same of those closed in some months; touches are asked for the won ones alone. */
export function closedIn(tx: Tx, scope: PipelineScope, months: Months, by: Dimension) {
  const span = { basis: 'closed', ...months } as const
  const influenced = sql`(${deals.state} = 'won' and ${isInfluenced(scope)})`
  return rowsOf(tx, WithState, markedCells(scope, span, by, { ...STATE, influenced }))
}

/** All that are open, by the month of their expected close and ヨミ too. */
export function openIn(tx: Tx, scope: PipelineScope, by: Dimension) {
  const span = { basis: 'open', from: null, to: null } as const
  const month = monthOf(deals.expectedCloseOn)
  const columns = sql`${month.text} as month, ${deals.forecastCategory} as "forecastCategory"`
  const grouped = sql`${month.first}, ${deals.forecastCategory}`
  return rowsOf(tx, Expected, markedCells(scope, span, by, { columns, grouped, influenced: isInfluenced(scope) }))
}

const STATE = { columns: sql`${deals.state} as state`, grouped: sql`${deals.state}` }
type Cells = { readonly columns: SQL; readonly grouped: SQL; readonly influenced: SQL }

function markedCells(scope: PipelineScope, span: Span, by: Dimension, { columns, grouped, influenced }: Cells): SQL {
  const key = keyOf(by, BASIS[span.basis])
  return sql`select ${deals.countsAsNew} as "isNew", ${isSourced(scope)} as "isSourced", ${influenced} as "isInfluenced",
      ${key.text} as key, ${columns}, ${TALLY}
    from ${deals} where ${ofTeams(scope)} and ${inSpan(span) ?? sql`true`}
    group by 1, 2, 3, ${key.first}, ${grouped}`
}

/** What a breakdown tells apart, and what to group by for it. */
function keyOf(by: Dimension, date: (typeof BASIS)[Span['basis']]): { readonly text: SQL; readonly first: SQL } {
  if (by === 'month') return monthOf(date)
  const column = { channel: deals.sourceChannelId, campaign: deals.sourceCampaignId, owner: deals.owner }[by]
  return { text: sql`${column}`, first: sql`${column}` }
}

const Touched = z.object({ ...tally, key: z.string(), isNew: z.boolean() })

/** What the touches of each channel or campaign influenced: an opportunity stands once with each of them. */
export function influencesIn(
  tx: Tx,
  scope: PipelineScope,
  { by, only, ...span }: Span & { readonly by: 'channel' | 'campaign'; readonly only: 'won' | null },
): Promise<Influence[]> {
  const key = by === 'channel' ? influences.channelId : influences.campaignId
  return rowsOf(
    tx,
    Touched,
    sql`select key, "isNew", count(*)::int as count, coalesce(sum(amount), 0)::float8 as amount,
      (count(*) filter (where amount is null))::int as unpriced
    from (
      select touched.key as key, ${deals.countsAsNew} as "isNew", ${deals.amount} as amount
      from ${deals} cross join lateral (
        select distinct ${key} as key from ${influences} where ${influencing(scope)} and ${key} is not null
      ) touched
      where ${ofTeams(scope)} and ${inSpan(span) ?? sql`true`} ${only ? sql`and ${deals.state} = ${only}` : sql``}
    ) touched group by key, "isNew"`,
  )
}

/** Who owns the scope's opportunities, by name: of each team the first in the index, and from each the next one. */
export async function ownersIn(tx: Tx, { orgId, teamIds }: PipelineScope): Promise<string[]> {
  const next = (teamId: SQL, after: SQL) => sql`(select ${deals.owner} from ${deals}
    where ${deals.orgId} = ${orgId} and ${deals.teamId} = ${teamId} and ${deals.owner} is not null ${after}
    order by ${deals.owner} limit 1)`
  const rows = await rowsOf(
    tx,
    z.object({ owner: z.string() }),
    sql`with recursive found as (
      select id as team_id, ${next(sql`team.id`, sql``)} as owner from unnest(${sql.param(teamIds)}::uuid[]) as team(id)
      union all
      select team_id, ${next(sql`found.team_id`, sql`and ${deals.owner} > found.owner`)} from found where owner is not null
    ) select distinct owner from found where owner is not null order by owner`,
  )
  return rows.map(({ owner }) => owner)
}

/** Rows of a query written by hand, checked against what they are said to be. */
export async function rowsOf<Row>(tx: Tx, schema: z.ZodType<Row>, query: SQL): Promise<Row[]> {
  const { rows } = await tx.execute(query)
  return z.array(schema).parse(rows)
}
