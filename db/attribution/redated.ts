import type { Tx } from '../client'
import { AS_TEXT, FACT_COUNT, type JourneyRow, journeyColumns, leadColumns } from './journey-rows'
import type { ChangedJourney, Rewritten } from './journeys'

/** A single look-up, whatever Postgres believes of the tables. */
const STAGE = `(select reached_at from lead_stages where org_id = $1 and lead_id = p.id and stage = 'lead' limit 1)`

/** When the earliest of a journey's people became a lead who did so before the opportunity, or on its day. */
const EARLIEST = `select min(s.reached_at) as at from (
    select j.lead_id as id where j.lead_id is not null
    union all
    select l.id from leads l where l.org_id = $1 and l.account_id = j.account_id and l.id is distinct from j.lead_id) p
  cross join lateral ${STAGE} s where s.reached_at < (j.created_on + 1)::timestamp at time zone z.time_zone`

/**
 * Whether any rule credits otherwise: the lead's milestone is the last touch up to it, and revenue so far stands in its
 * month (DOMAIN §7). Most leads that are dated anew pass no touch and stay in their month.
 */
const IS_MOVED = `is_unknown
    or (state = 'won' and date_trunc('month', lead_on::timestamp) is distinct from date_trunc('month', new_lead_on::timestamp))
    or exists (select from unnest(touch_ats) as t(at)
      where coalesce(at <= lead_at, false) <> coalesce(at <= new_lead_at, false))`

/**
 * Kept journeys beside what their people tell now; $1 organisation, $2 ids. Each offset keeps Postgres from computing
 * twice what it encloses. Written by their place: nobody else writes a journey while this transaction holds lockCredits.
 */
const REDATE = `
  with found as materialized (select * from (
    select m.id, j.*, f.lead_on as new_lead_on, f.lead_at as new_lead_at, coalesce(j.account_id, j.lead_id) is null as is_unknown
    from organisations z cross join unnest($2::uuid[]) as m(id)
    left join lateral (select ctid as place, * from attribution_journeys
      where org_id = $1 and opportunity_id = m.id limit 1) j on true
    cross join lateral (${EARLIEST}) e
    cross join lateral (select ${leadColumns('e.at')}) f
    where z.org_id = $1 offset 0) all_found
    where is_unknown or lead_at is distinct from new_lead_at or lead_on is distinct from new_lead_on),
  written as (update attribution_journeys j set lead_at = f.new_lead_at, lead_on = f.new_lead_on
    from found f where j.org_id = $1 and j.ctid = f.place and not f.is_unknown)
  select n.count, f.id, f.is_unknown, f.new_lead_at, f.new_lead_on - date '1970-01-01', ${journeyColumns('f')}
  from (select count(*) from found) n left join (select * from found where ${IS_MOVED}) f on true order by f.id`

const [KNOWN_COUNT, LEAD_PLACE] = [5, FACT_COUNT - 2]

/**
 * Brings the milestones of journeys up to date of which nothing else may have changed: less than half the work of
 * gathering them. Answers those that are credited otherwise now; of `unknown` ones it is not kept whose they are.
 */
export async function redatedJourneys(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
): Promise<Rewritten & { readonly unknown: readonly string[] }> {
  if (ids.length === 0) return { written: 0, changes: [], unknown: [] }
  const { rows } = await tx.$client.query<(string | null)[]>({
    ...{ text: REDATE, values: [orgId, ids], rowMode: 'array', types: AS_TEXT },
  })
  const unknown = rows.flatMap(([, id, isUnknown]) => (id != null && isUnknown === 't' ? [id] : []))
  const changes = rows.flatMap((row) => (row[2] === 'f' ? [changeOf(row)] : []))
  return { written: Number(rows[0]?.[0]) - unknown.length, changes, unknown }
}

function changeOf(row: JourneyRow): ChangedJourney {
  const [, opportunityId, , leadAt = null, leadOn = null] = row
  const before = row.slice(KNOWN_COUNT)
  const after = [...before.slice(0, LEAD_PLACE), leadAt, leadOn, ...before.slice(FACT_COUNT)]
  return { opportunityId: opportunityId ?? '', before, after }
}
