import { and, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { type DealFilter, NONE } from '#lib/input/pipeline'
import { addMonths, type Month } from '#lib/month'
import { opportunities as deals } from '../schema/opportunities'
import { opportunityInfluences as influences } from '../schema/pipeline-rollup'
import { touches } from '../schema/touches'

/** Whose records, counted in which calendar. */
export type PipelineScope = {
  readonly orgId: string
  readonly teamIds: readonly string[]
  /** IANA name: decides on which day something happened. */
  readonly timeZone: string
  /** 'YYYY-MM-DD' */
  readonly today: string
  /** Days before creation and close in which a touch influences. */
  readonly window: number
  /** Whose opportunities; null: everybody's, NONE: those without an owner. */
  readonly owner: string | null
  /** Ids of marketing's channels. */
  readonly marketing: readonly string[]
}

/** The beginning of a day of the organisation's calendar, as a moment. */
export const startOf = (day: SQL, { timeZone }: Pick<PipelineScope, 'timeZone'>) =>
  sql`((${day})::timestamp at time zone ${timeZone})`

/** The day of the organisation's calendar on which a moment lies. */
export const dayOf = (moment: unknown, { timeZone }: Pick<PipelineScope, 'timeZone'>) =>
  sql`((${moment}) at time zone ${timeZone})::date`

/** Whether the channel of the lead source is marketing's. */
export const isSourced = ({ marketing }: PipelineScope) =>
  marketing.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`coalesce(${inArray(deals.sourceChannelId, [...marketing])}, false)`

/** Touches of marketing in the window before an opportunity's creation or close: rows of opportunity_influences. */
export function influencing(scope: PipelineScope): SQL {
  const { orgId, window, today } = scope
  const close = sql`coalesce(${deals.closedOn}, ${today}::date)`
  return sql`${influences.orgId} = ${orgId} and ${influences.opportunityId} = ${deals.id}
    and (${influences.beforeCreation} >= ${deals.createdOn} - ${window}::int
      or ${influences.beforeClose} between ${close} - ${window}::int and ${close}
      or (${deals.closedOn} is null and ${influences.beforeClose} > ${today}::date and ${touchedByToday(scope)}))`
}

/** A touch that is dated after today hides the last one before it: of an open opportunity, these are looked up. */
function touchedByToday(scope: PipelineScope): SQL {
  const { orgId, window, today } = scope
  return sql`exists (select from ${touches} where ${touches.orgId} = ${orgId}
    and (${touches.accountId} = ${deals.accountId} or ${touches.leadId} = ${deals.leadId})
    and ${touches.channelId} = ${influences.channelId}
    and ${touches.campaignId} is not distinct from ${influences.campaignId}
    and ${touches.at} >= ${startOf(sql`${today}::date - ${window}::int`, scope)}
    and ${touches.at} < ${startOf(sql`${today}::date + 1`, scope)})`
}

/** Whether any touch influenced the opportunity, or one of a channel or campaign. */
export function isInfluenced(
  scope: PipelineScope,
  by: { channel?: string | null; campaign?: string | null } = {},
): SQL<boolean> {
  if (!by.channel && !by.campaign) return isInfluencedByAny(scope)
  const own = and(
    by.channel ? eq(influences.channelId, by.channel) : undefined,
    by.campaign ? eq(influences.campaignId, by.campaign) : undefined,
  )
  return sql<boolean>`exists (select from ${influences} where ${influencing(scope)} ${own ? sql`and ${own}` : sql``})`
}

/** By the days that stand with the opportunity: a look-up only where touches are dated after today. */
function isInfluencedByAny(scope: PipelineScope): SQL<boolean> {
  const { window, today } = scope
  const { createdOn, closedOn, touchedBeforeCreation, touchedBeforeClose } = deals
  const close = sql`coalesce(${closedOn}, ${today}::date)`
  return sql<boolean>`coalesce(${touchedBeforeCreation} >= ${createdOn} - ${window}::int
    or ${touchedBeforeClose} between ${close} - ${window}::int and ${close}
    or (${closedOn} is null and ${touchedBeforeClose} > ${today}::date
      and exists (select from ${influences} where ${influencing(scope)})), false)`
}

/** The date by which opportunities are listed. */
export const BASIS = {
  created: deals.createdOn,
  closed: deals.closedOn,
  open: deals.expectedCloseOn,
} as const satisfies Record<DealFilter['basis'], unknown>

/** The opportunities of the scope, whatever their dates. */
export const ofTeams = ({ orgId, teamIds, owner }: PipelineScope) =>
  and(eq(deals.orgId, orgId), inArray(deals.teamId, [...teamIds]), isOrNone(deals.owner, owner))

const isOrNone = (column: typeof deals.owner, value: string | null) =>
  value === null ? undefined : value === NONE ? isNull(column) : eq(column, value)

type Span = Pick<DealFilter, 'basis' | 'from' | 'to'>

/** Opportunities of a basis, from a month to another: what every figure and every list begins with. */
export function inSpan({ basis, from, to }: Span): SQL | undefined {
  const date = BASIS[basis]
  return and(
    basis === 'open' ? eq(deals.state, 'open') : undefined,
    basis === 'closed' ? and(isNotNull(deals.closedOn), inArray(deals.state, ['won', 'lost'])) : undefined,
    from ? gte(date, firstDay(from)) : undefined,
    to ? lt(date, firstDay(addMonths(to, 1))) : undefined,
  )
}

export function firstDay(month: Month): string {
  return `${month}-01`
}

/** Days for which an open opportunity has stood in its stage. */
export const daysInStage = ({ today }: PipelineScope) =>
  sql<number>`greatest(0, ${today}::date - coalesce(${deals.stageSince}, ${deals.createdOn}))`

/** The opportunities of a list: the same conditions as the figures that lead to it. */
export function dealsOf(filter: DealFilter, scope: PipelineScope): SQL | undefined {
  const { customers, sourced, influenced, category, stage, over, state } = filter
  const is = (column: Parameters<typeof isNull>[0], value: string | null) =>
    value === null ? undefined : value === NONE ? isNull(column) : sql`${column} = ${value}`
  const yes = (condition: SQL, wanted: 'yes' | 'no' | null) =>
    wanted === null ? undefined : wanted === 'yes' ? condition : sql`not ${condition}`
  const by = { channel: filter.touchChannel, campaign: filter.touchCampaign }
  return and(
    ofTeams(scope),
    inSpan(filter),
    state ? eq(deals.state, state) : undefined,
    customers === 'all' ? undefined : eq(deals.countsAsNew, customers === 'new'),
    yes(isSourced(scope), sourced),
    yes(isInfluenced(scope), influenced),
    by.channel || by.campaign ? isInfluenced(scope, by) : undefined,
    is(deals.sourceChannelId, filter.channel),
    is(deals.sourceCampaignId, filter.campaign),
    is(deals.owner, filter.owner),
    is(deals.forecastCategory, category),
    is(deals.stage, stage),
    over === null ? undefined : sql`${daysInStage(scope)} > ${over}`,
  )
}
