import { and, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { RecordedOpportunities } from '#lib/forecast/recorded'
import { addMonths, type FiscalYear, isMonth, type Month } from '#lib/month'
import { historyBefore } from '#lib/pipeline/summary'
import type { Tx } from '../client'
import { channels } from '../schema/funnel'
import { opportunities as deals } from '../schema/opportunities'
import { monthlyRollup } from '../schema/rollup'
import { groupByHash } from './group-by-hash'
import { monthOf } from './month-of'

/** Of how many months before the year records are read. */
const BEFORE = 24

const tally = {
  count: sql<number>`count(*)::int`,
  amount: sql<number>`coalesce(sum(${deals.amount}), 0)::float8`,
  unpriced: sql<number>`(count(*) filter (where ${deals.amount} is null))::int`,
}

/** The opportunities behind the landing of a year, as of a day: of some teams, or of all when none are named. */
export async function recordedOpportunitiesIn(
  tx: Tx,
  orgId: string,
  teamIds: readonly string[] | undefined,
  { year, today }: Pick<Scope, 'year' | 'today'>,
): Promise<RecordedOpportunities> {
  const scope = { orgId, teamIds, year, today }
  await groupByHash(tx)
  return { counted: await countedIn(tx, scope), open: await openIn(tx, scope), closed: await closedIn(tx, scope) }
}

type Scope = {
  readonly orgId: string
  readonly teamIds: readonly string[] | undefined
  readonly year: FiscalYear
  /** 'YYYY-MM-DD' */
  readonly today: string
}

async function countedIn(tx: Tx, { orgId, teamIds, year }: Scope): Promise<RecordedOpportunities['counted']> {
  const { teamId, channelId, month, line, metric, value } = monthlyRollup
  const rows = await tx
    .select({ teamId, channelId, month, metric, value: sql<number>`sum(${value})::float8` })
    .from(monthlyRollup)
    .where(
      and(
        eq(monthlyRollup.orgId, orgId),
        teamIds && inArray(teamId, [...teamIds]),
        gte(month, addMonths(year.first, -BEFORE)),
        eq(line, 'channel'),
        inArray(metric, ['opportunity', 'revenue']),
      ),
    )
    .groupBy(teamId, channelId, month, metric)
  return rows.flatMap(({ channelId: channel, month: text, metric: of, ...row }) => {
    const isKnown = channel !== null && isMonth(text) && (of === 'opportunity' || of === 'revenue')
    return isKnown ? [{ ...row, channelId: channel, month: text, metric: of }] : []
  })
}

/** Open ones that count for a channel as monthly_rollup does: new, and of a marketing source. */
async function openIn(tx: Tx, { orgId, teamIds, year }: Scope): Promise<RecordedOpportunities['open']> {
  const month = monthOf(deals.expectedCloseOn)
  const { sourceChannelId: channelId } = deals
  // As one list, not as a join: that would be looked up for each of thousands of opportunities.
  const marketing = tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.orgId, orgId), eq(channels.isMarketing, true)))
  const rows = await tx
    .select({ teamId: deals.teamId, channelId, month: month.text, category: deals.forecastCategory, ...tally })
    .from(deals)
    .where(
      and(
        ofTeams(orgId, teamIds),
        ...[eq(deals.state, 'open'), eq(deals.countsAsNew, true), sql`${channelId} = any(array(${marketing}))`],
        ...between(deals.expectedCloseOn, year.first, year.last),
      ),
    )
    .groupBy(deals.teamId, channelId, month.first, deals.forecastCategory)
  const lots = rows.flatMap(({ month: text, channelId: source, ...row }) =>
    isMonth(text) && source !== null ? [{ ...row, channelId: source, month: text }] : [],
  )
  // One order whatever Postgres does: amounts times probabilities are added up in it.
  const orderOf = ({ teamId, channelId: source, month: text, category }: (typeof lots)[number]) =>
    [teamId, source, text, category ?? '~'].join(' ')
  return lots.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

/** By these ヨミ is calibrated: closed in the twelve months before today, as far as the year reaches to them. */
async function closedIn(tx: Tx, { orgId, teamIds, year, today }: Scope): Promise<RecordedOpportunities['closed']> {
  const { teamId, state, closedOn, forecastCategory } = deals
  const history = historyBefore(today)
  const [first, last] = [later(history.from, addMonths(year.first, -BEFORE)), earlier(history.to, year.last)]
  if (first > last) return []
  const rows = await tx
    .select({ teamId, state, forecastCategory, ...tally })
    .from(deals)
    .where(
      and(
        ofTeams(orgId, teamIds),
        ...[isNotNull(closedOn), inArray(state, ['won', 'lost'])],
        ...between(closedOn, first, last),
      ),
    )
    .groupBy(teamId, state, forecastCategory)
  return rows.flatMap(({ state: how, ...row }) => (how === 'won' || how === 'lost' ? [{ ...row, state: how }] : []))
}

const later = (a: Month, b: Month) => (a > b ? a : b)
const earlier = (a: Month, b: Month) => (a < b ? a : b)

const ofTeams = (orgId: string, teamIds: readonly string[] | undefined) =>
  and(eq(deals.orgId, orgId), teamIds && inArray(deals.teamId, [...teamIds]))

const between = (column: typeof deals.closedOn | typeof deals.expectedCloseOn, from: Month, to: Month) => [
  gte(column, `${from}-01`),
  lt(column, `${addMonths(to, 1)}-01`),
]
