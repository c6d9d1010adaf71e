import type { AttributionRules } from '#lib/attribution/rules'
import { CONVERSION, NO_CONVERSION, START, type TransitionCount } from '#lib/attribution/transitions'
import { addMonths, type Month } from '#lib/month'
import type { CustomerScope } from '#lib/pipeline/contribution'
import type { Tx } from '../client'

/** Whose journeys Markov counts, of which months. */
export type MarkovPeriod = {
  readonly teamIds: readonly string[]
  /** Of the root every account's, also where no team is known. */
  readonly isRoot: boolean
  readonly from: Month
  readonly to: Month
  readonly customers: CustomerScope
}

/** What is asked of the journeys of a period: all that the chain needs, and what stands beside it. */
export type CountedTransitions = {
  readonly counts: readonly TransitionCount[]
  /** Deals without any touch: they stand on their own line. */
  readonly untouched: { readonly amount: number; readonly deals: number }
}

/** A count over all touches of a large organisation takes longer than a page may: it is done in the background. */
const PATIENCE_MS = 10 * 60_000

/** On one processor: by workers beside it, it would take all of them from the pages that people are waiting for. */
const ALONE = 'set local max_parallel_workers_per_gather = 0'

/**
 * $1 organisation, $2 teams, $3 first day, $4 the day after the last, $5 new (null: both), $6 lookback, $7 only touches
 * of the own person. Won deals with the touches before their close; q holds what is not used everywhere.
 */
const WON = `won as materialized (
    select j.opportunity_id as id, j.amount, u.day, u.channel, u.n
    from attribution_journeys j
    left join lateral unnest(j.touch_days, j.touch_channels, j.touch_owns) with ordinality as u(day, channel, own, n)
      on u.day between j.closed_on - date '1970-01-01' - $6::int and j.closed_on - date '1970-01-01' and (u.own or not $7::boolean)
    where j.org_id = $1 and j.team_id = any($2::uuid[]) and j.state = 'won' and j.closed_on >= $3::date
      and j.closed_on < $4::date and ($5::boolean is null or j.is_new = $5))`

const moves = (from: string, end: string, value: string) => `
  select coalesce(prev::text, '${START}') as "from", channel::text as "to", count(*) as count, 0 as value from ${from} group by 1, 2
  union all select channel::text, '${end}', count(*), ${value} from ${from} where next is null group by 1`

const CONVERTED = `with ${WON},
  steps as (select amount, channel, lag(channel) over w as prev, lead(channel) over w as next
    from won where channel is not null window w as (partition by id order by n))
  ${moves('steps', CONVERSION, 'sum(amount)')}
  union all select '${START}', '${CONVERSION}', count(*), coalesce(sum(amount), 0) from won where channel is null`

/**
 * $3 … $4 the days in which touches count, $5 whether accounts without any team count as well. An account is a team's
 * by a lead or an opportunity; whoever has no account is one alone. Accounts that have won by then are left out.
 */
const NOT_CONVERTED = `with zone as (select time_zone from organisations where org_id = $1),
  winners as (
    select coalesce(o.account_id, l.account_id, o.lead_id) as who from opportunities o
    left join leads l on l.org_id = o.org_id and l.id = o.lead_id
    where o.org_id = $1 and o.state = 'won' and o.closed_on < $4::date),
  own as (
    select coalesce(account_id, id) as who from leads where org_id = $1 and team_id = any($2::uuid[])
    union select account_id from opportunities where org_id = $1 and team_id = any($2::uuid[])),
  seen as (
    select coalesce(t.account_id, l.account_id, t.lead_id) as who, t.channel_id as channel, t.at, t.id from touches t
    left join leads l on l.org_id = t.org_id and l.id = t.lead_id cross join zone z
    where t.org_id = $1 and t.at >= ($3::date)::timestamp at time zone z.time_zone
      and t.at < ($4::date)::timestamp at time zone z.time_zone),
  steps as (select channel, lag(channel) over w as prev, lead(channel) over w as next from seen s
    where who is not null and not exists (select from winners x where x.who = s.who)
      and ($5::boolean or exists (select from own x where x.who = s.who))
    window w as (partition by who order by at, id))
  ${moves('steps', NO_CONVERSION, '0')}`

/** How often journeys went from channel to channel in a period, those that converted and those that did not. */
export async function countedTransitions(
  tx: Tx,
  orgId: string,
  rules: AttributionRules,
  period: MarkovPeriod,
): Promise<CountedTransitions> {
  const { teamIds, isRoot, from, to, customers } = period
  const end = `${addMonths(to, 1)}-01`
  const isNew = customers === 'all' ? null : customers === 'new'
  await tx.$client.query(`set local statement_timeout = ${PATIENCE_MS}; ${ALONE}`)
  const won = await countsOf(tx, CONVERTED, [
    ...[orgId, teamIds, `${from}-01`, end, isNew, rules.lookbackDays, rules.level === 'person'],
  ])
  const first = `${from}-01`
  // Whoever bought before is no customer who did not convert.
  const lost =
    customers === 'existing'
      ? []
      : await countsOf(tx, NOT_CONVERTED, [orgId, teamIds, dayBefore(first, rules.lookbackDays), end, isRoot])
  const isUntouched = (count: TransitionCount) => count.from === START && count.to === CONVERSION
  const none = won.find(isUntouched)
  return {
    counts: [...won.filter((count) => !isUntouched(count)), ...lost],
    untouched: { amount: none?.value ?? 0, deals: none?.count ?? 0 },
  }
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

type CountRow = { readonly from: string; readonly to: string; readonly count: string; readonly value: string }

async function countsOf(tx: Tx, text: string, values: readonly unknown[]): Promise<TransitionCount[]> {
  const query = { text, values: [...values], query_timeout: PATIENCE_MS }
  const { rows } = await tx.$client.query<CountRow>(query)
  return rows.map(({ from, to, count, value }) => ({ from, to, count: Number(count), value: Number(value) }))
}
