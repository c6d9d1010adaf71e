import { LONGEST_LOOKBACK } from '#lib/attribution/rules'
import type { Tx } from '../client'
import {
  AS_TEXT,
  FACT_COUNT,
  JOURNEY_COLUMNS,
  type JourneyRow,
  journeyColumns,
  leadColumns,
  TOUCH_COLUMNS,
} from './journey-rows'
import { redatedJourneys } from './redated'

/** From the longest lookback before creation or close, up to the end of the later of the two, of an opportunity o. */
const SPAN = `select
    ((least(o.created_on, case when o.state = 'won' then o.closed_on end) - ${LONGEST_LOOKBACK})::timestamp
      at time zone z.time_zone) as from_at,
    ((greatest(o.created_on, case when o.state = 'won' then o.closed_on end) + 1)::timestamp at time zone z.time_zone) as to_at,
    ((o.created_on + 1)::timestamp at time zone z.time_zone) as created_at`

/** The person an opportunity came from, and the other people of its account: looked up once. */
const PEOPLE = `select array(
    select o.lead_id where o.lead_id is not null
    union all
    select l.id from leads l where l.org_id = o.org_id and l.account_id = o.account_id and l.id is distinct from o.lead_id) as ids offset 0`

/**
 * Touches of the account, of its people that name no account, and of the person it came from that name another one. Two
 * indexes hold all that is asked, so that a touch is read from its table only where its account is not enough to find it.
 */
const TOUCHES = `select x.at, x.channel_id, x.campaign_id, coalesce(x.lead_id = o.lead_id, false) as own from (
    select a.at, a.id, a.lead_id, a.channel_id, a.campaign_id from touches a
      where a.org_id = o.org_id and a.account_id = o.account_id and a.at >= span.from_at and a.at < span.to_at
    union all
    select a.at, a.id, a.lead_id, a.channel_id, a.campaign_id from unnest(people.ids) as p(id)
      cross join lateral (select t.id from touches t where t.org_id = o.org_id and t.lead_id = p.id
        and t.at >= span.from_at and t.at < span.to_at
        and (t.account_id is null or (p.id = o.lead_id and t.account_id is distinct from o.account_id)) offset 0) found
      cross join lateral (select * from touches t where t.org_id = o.org_id and t.id = found.id limit 1) a) x
  order by x.at, x.id`

/**
 * The earliest lead of its people that is not later than the opportunity. The limit keeps it one look-up for each lead,
 * whatever Postgres believes of the tables.
 */
const LEAD = `select ${leadColumns('r.at')} from (
    select s.reached_at as at from unnest(people.ids) as p(id) cross join lateral (select reached_at from lead_stages
      where org_id = o.org_id and lead_id = p.id and stage = 'lead' limit 1) s) r
  where r.at < span.created_at order by r.at limit 1`

const gathered = (value: string) => `coalesce(array_agg(${value}), '{}')`

/**
 * Opportunities as records tell them now; $1 organisation, $2 their ids. Touches of a sorted subquery are gathered in
 * its order. Won on no day is never credited as won.
 */
const FROM_RECORDS = `
  select o.id as opportunity_id, o.team_id,
    case when o.state = 'won' and o.closed_on is null then 'lost' else o.state end as state,
    o.counts_as_new as is_new, coalesce(o.amount, 0) as amount, o.created_on, o.closed_on, l.lead_at, l.lead_on,
    o.account_id, o.lead_id, t.*
  from opportunities o
  join organisations z on z.org_id = o.org_id
  cross join lateral (${SPAN}) span
  cross join lateral (${PEOPLE}) people
  left join lateral (${LEAD}) l on true
  cross join lateral (
    select ${gathered('floor(extract(epoch from c.at) * 1000)::bigint')} as touch_ats,
      ${gathered("(c.at at time zone z.time_zone)::date - date '1970-01-01'")} as touch_days,
      ${gathered('c.channel_id')} as touch_channels, ${gathered('c.campaign_id')} as touch_campaigns,
      ${gathered('c.own')} as touch_owns
    from (${TOUCHES}) c) t
  where o.org_id = $1 and o.id = any($2::uuid[])`

/** All that is kept: what is credited, and whose people the lead is looked for among. */
const KEPT_COLUMNS = [...JOURNEY_COLUMNS, 'account_id', 'lead_id']
const names = KEPT_COLUMNS.join(', ')
const of = (alias: string) => KEPT_COLUMNS.map((name) => `${alias}.${name}`).join(', ')

const touchesOf = (alias: string) => `(${TOUCH_COLUMNS.map((name) => `${alias}.${name}`).join(', ')})`

/**
 * Writes what is other than it was kept, and answers both, touches that stayed once: a statement's parts see the table
 * as it was before. The limit makes it one look-up each, also in a table that was filled a moment ago and of which
 * Postgres knows nothing yet.
 */
const REWRITE = `
  with kept as materialized (select m.id, j.* from unnest($2::uuid[]) as m(id)
    left join lateral (select * from attribution_journeys where org_id = $1 and opportunity_id = m.id limit 1) j on true),
  fresh as materialized (${FROM_RECORDS}),
  changed as materialized (select k.id, ${touchesOf('f')} is not distinct from ${touchesOf('k')} as has_touches
    from kept k left join fresh f on f.opportunity_id = k.id
    where (f.opportunity_id is null) <> (k.opportunity_id is null) or (${of('f')}) is distinct from (${of('k')})),
  written as (insert into attribution_journeys (org_id, opportunity_id, ${names})
    select $1, f.opportunity_id, ${of('f')} from fresh f join changed c on c.id = f.opportunity_id
    on conflict (org_id, opportunity_id) do update set ${KEPT_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}),
  gone as (delete from attribution_journeys where org_id = $1 and opportunity_id = any(array(
    select c.id from changed c where not exists (select from fresh f where f.opportunity_id = c.id))))
  select c.id, ${journeyColumns('k')}, ${journeyColumns('f', (value) => `case when not c.has_touches then ${value} end`)}
  from changed c join kept k on k.id = c.id left join fresh f on f.opportunity_id = c.id order by c.id`

/** An opportunity that waits: false, when only its people's dates may be others. */
export type Mark = { readonly id: string; readonly isTouched: boolean }

/** A journey that is another one now: as it was kept and as it is; null: there was or is none. */
export type ChangedJourney = {
  readonly opportunityId: string
  readonly before: JourneyRow | null
  readonly after: JourneyRow | null
}

/** How many journeys are others now, and those of them that any rule credits otherwise. */
export type Rewritten = { readonly written: number; readonly changes: readonly ChangedJourney[] }

/** Keeps the journeys of these opportunities as records tell them now. */
export async function rewrittenJourneys(tx: Tx, orgId: string, marks: readonly Mark[]): Promise<Rewritten> {
  const redated = await redatedJourneys(tx, orgId, idsOf(marks, false))
  const gathered = await gatheredJourneys(tx, orgId, [...idsOf(marks, true), ...redated.unknown])
  return { written: redated.written + gathered.length, changes: [...redated.changes, ...gathered] }
}

const idsOf = (marks: readonly Mark[], areTouched: boolean) =>
  marks.flatMap(({ id, isTouched }) => (isTouched === areTouched ? [id] : []))

async function gatheredJourneys(tx: Tx, orgId: string, ids: readonly string[]): Promise<ChangedJourney[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.$client.query<(string | null)[]>({
    ...{ text: REWRITE, values: [orgId, ids], rowMode: 'array', types: AS_TEXT },
  })
  return rows.map((row) => {
    const [before, after] = [row.slice(1, 1 + WIDTH), row.slice(1 + WIDTH)]
    return { opportunityId: row[0] ?? '', before: side(before, before), after: side(after, before) }
  })
}

const WIDTH = JOURNEY_COLUMNS.length

/** One side of a change, with the other's touches where they are the same; null: there was or is none. */
function side(row: JourneyRow, other: JourneyRow): JourneyRow | null {
  if (row[0] === null) return null
  return row[FACT_COUNT] === null ? [...row.slice(0, FACT_COUNT), ...other.slice(FACT_COUNT)] : row
}

export type JourneyPage = { readonly rows: readonly JourneyRow[]; readonly last: string | null }

/** A page of the kept journeys in the order of their ids, after one of them: the whole is never in memory as text. */
export async function keptJourneys(
  tx: Tx,
  orgId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<JourneyPage> {
  // Postgres takes every organisation for small (docs/decisions/013), and would sort the rest of it for each page.
  await tx.$client.query('set local enable_sort = off')
  const { rows } = await tx.$client.query<(string | null)[]>({
    text: `select ${journeyColumns('j')}, j.opportunity_id from attribution_journeys j
      where j.org_id = $1 and ($2::uuid is null or j.opportunity_id > $2) order by j.opportunity_id limit $3`,
    ...{ values: [orgId, after, limit], rowMode: 'array', types: AS_TEXT },
  })
  await tx.$client.query('set local enable_sort = on')
  return { rows, last: rows.at(-1)?.at(-1) ?? null }
}
