import { and, isNotNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { DealFilter } from '#lib/input/pipeline'
import { isMonth, type Month } from '#lib/month'
import type { Standing } from '#lib/pipeline/ageing'
import type { Influence } from '#lib/pipeline/contribution'
import type { Days } from '#lib/pipeline/days'
import type { DealCell } from '#lib/pipeline/deal'
import { FORECAST_CATEGORIES, OPPORTUNITY_STATES } from '#lib/records/opportunity'
import type { Tx } from '../client'
import { opportunities as deals } from '../schema/opportunities'
import { opportunityInfluences as influences } from '../schema/pipeline-rollup'
import {
  BASIS,
  daysInStage,
  influencing,
  inSpan,
  isInfluenced,
  isSourced,
  ofTeams,
  type PipelineScope,
} from './pipeline-conditions'

export type Span = Pick<DealFilter, 'basis' | 'from' | 'to'>

const tally = { count: z.number(), amount: z.number(), unpriced: z.number() }
const TALLY = sql`count(*)::int as count, coalesce(sum(${deals.amount}), 0)::float8 as amount,
  (count(*) filter (where ${deals.amount} is null))::int as unpriced`

const MonthOrNull = z.custom<Month>((text) => typeof text === 'string' && isMonth(text)).nullable()
const Cell = z.object({
  ...tally,
  month: MonthOrNull,
  state: z.enum(OPPORTUNITY_STATES),
  channelId: z.string().nullable(),
  campaignId: z.string().nullable(),
  owner: z.string().nullable(),
  forecastCategory: z.enum(FORECAST_CATEGORIES).nullable(),
  isNew: z.boolean(),
  isSourced: z.boolean(),
  isInfluenced: z.boolean(),
})

/** Of which opportunities the touches are looked up: of none where nobody asks what influenced them. */
type InfluenceOf = 'all' | 'won' | 'none'

/** Opportunities of a span, those that agree in everything added up: bounded by the index of the basis' date. */
export function dealCellsIn(tx: Tx, scope: PipelineScope, span: Span, of: InfluenceOf): Promise<DealCell[]> {
  return rowsOf(
    tx,
    Cell,
    sql`select to_char(${BASIS[span.basis]}, 'YYYY-MM') as month, ${deals.state} as state,
      ${deals.sourceChannelId} as "channelId", ${deals.sourceCampaignId} as "campaignId", ${deals.owner} as owner,
      ${deals.forecastCategory} as "forecastCategory", ${deals.countsAsNew} as "isNew",
      ${isSourced(scope)} as "isSourced", ${influence(scope, of)} as "isInfluenced", ${TALLY}
    from ${deals} where ${ofTeams(scope)} and ${inSpan(span) ?? sql`true`}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
  )
}

function influence(scope: PipelineScope, of: InfluenceOf): SQL {
  if (of === 'none') return sql`false`
  return of === 'all' ? isInfluenced(scope) : sql`(${deals.state} = 'won' and ${isInfluenced(scope)})`
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

/** Days from creation to close of the opportunities won in a span. */
export function cycleDaysIn(tx: Tx, scope: PipelineScope, span: Pick<Span, 'from' | 'to'>): Promise<Days[]> {
  return rowsOf(
    tx,
    z.object({ days: z.number(), count: z.number() }),
    sql`select greatest(0, ${deals.closedOn} - ${deals.createdOn}) as days, count(*)::int as count
    from ${deals} where ${ofTeams(scope)} and ${inSpan({ basis: 'closed', ...span }) ?? sql`true`}
      and ${deals.state} = 'won' group by 1`,
  )
}

const Stood = z.object({ ...tally, stage: z.string().nullable(), days: z.number() })

/** Open opportunities by the CRM's stage and the days for which they have stood in it. */
export function standingIn(tx: Tx, scope: PipelineScope): Promise<Standing[]> {
  return rowsOf(
    tx,
    Stood,
    sql`select ${deals.stage} as stage, ${daysInStage(scope)} as days, ${TALLY}
    from ${deals} where ${ofTeams(scope)} and ${deals.state} = 'open' group by 1, 2`,
  )
}

/** Who owns the scope's opportunities, by name. */
export async function ownersIn(tx: Tx, scope: PipelineScope): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ owner: deals.owner })
    .from(deals)
    .where(and(ofTeams(scope), isNotNull(deals.owner)))
    .orderBy(deals.owner)
  return rows.flatMap(({ owner }) => owner ?? [])
}

/** Rows of a query written by hand, checked against what they are said to be. */
export async function rowsOf<Row>(tx: Tx, schema: z.ZodType<Row>, query: SQL): Promise<Row[]> {
  const { rows } = await tx.execute(query)
  return z.array(schema).parse(rows)
}
