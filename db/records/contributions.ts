import type { ActualLine } from '#lib/monthly-actual'
import type { Tx } from '../client'
import type { StoredRecord } from './stored'

/** A cell of monthly_rollup, with what records add to it. */
export type Contribution = {
  readonly teamId: string
  readonly month: string
  readonly line: ActualLine
  readonly channelId: string | null
  readonly campaignId: string | null
  readonly metric: string
  readonly value: number
  readonly records: number
}

/** Which records are counted: those with these ids, of each table; null = all. */
export type Counted = {
  readonly leads: readonly string[] | null
  readonly opportunities: readonly string[] | null
  readonly costs: readonly string[] | null
}

/** Records whose figures a write may change: leads as they stand, the others by their ids. */
export type Touched = {
  readonly leads: readonly StoredRecord[]
  readonly opportunities: readonly string[]
  readonly costs: readonly string[]
  /** Leads that stay as they are, while their opportunities change. */
  readonly journeys: readonly string[]
  /** Opportunities that stay as they are, while their touches change. */
  readonly influences: readonly string[]
}

/** $1 = organisation, $2 = ids or null. Days are of the organisation's time zone. */
const SOURCES: Readonly<Record<keyof Counted, string>> = {
  leads: `
    select l.team_id, to_char(s.reached_at at time zone z.time_zone, 'YYYY-MM') as month, 'channel' as line,
      l.channel_id, l.campaign_id, s.stage as metric, 1 as value
    from leads l
    join lead_stages s on s.org_id = l.org_id and s.lead_id = l.id
    join organisations z on z.org_id = l.org_id
    where l.org_id = $1 and ($2::uuid[] is null or l.id = any($2))`,
  // Whoever bought before is existing revenue; new revenue without a marketing source is the salespeople's own (DOMAIN §8).
  opportunities: `
    select o.team_id, to_char(f.day, 'YYYY-MM') as month, k.line,
      case when k.line = 'channel' then o.source_channel_id end as channel_id,
      case when k.line = 'channel' then o.source_campaign_id end as campaign_id, f.metric, f.value
    from opportunities o
    left join channels c on c.org_id = o.org_id and c.id = o.source_channel_id
    cross join lateral (select case when not o.counts_as_new then 'existing'
      when c.is_marketing then 'channel' else 'salesSourced' end as line) k
    cross join lateral (values ('opportunity', o.created_on, 1::bigint, true), ('won', o.closed_on, 1, o.state = 'won'),
      ('revenue', o.closed_on, coalesce(o.amount, 0), o.state = 'won')) as f(metric, day, value, counts)
    where o.org_id = $1 and ($2::uuid[] is null or o.id = any($2)) and f.counts and f.day is not null`,
  costs: `
    select team_id, month, 'channel' as line, channel_id, campaign_id, 'cost' as metric, amount as value
    from campaign_costs where org_id = $1 and ($2::uuid[] is null or id = any($2))`,
}

/** What records count for, one row per cell: the one definition, for the commands' deltas and for `npm run db:rebuild`. */
export async function contributionsOf(tx: Tx, orgId: string, counted: Counted): Promise<Contribution[]> {
  const found: Contribution[] = []
  for (const kind of ['leads', 'opportunities', 'costs'] as const) {
    const ids = counted[kind]
    if (ids?.length === 0) continue
    const { rows } = await tx.$client.query<Contribution>(
      `select team_id as "teamId", month, line, channel_id as "channelId", campaign_id as "campaignId", metric,
         sum(value)::float8 as value, count(*)::float8 as records
       from (${SOURCES[kind]}) counted group by 1, 2, 3, 4, 5, 6`,
      [orgId, ids],
    )
    found.push(...rows)
  }
  return found
}

export function cellOf({
  teamId,
  month,
  line,
  channelId,
  campaignId,
  metric,
}: Omit<Contribution, 'value' | 'records'>) {
  return [teamId, month, line, channelId, campaignId, metric].join(' ')
}

/** What must be added to the first list to get the second; cells that stay as they are do not appear. */
export function difference(before: readonly Contribution[], after: readonly Contribution[]): Contribution[] {
  const cells = new Map<string, Contribution>()
  const add = (each: Contribution, sign: 1 | -1) => {
    const known = cells.get(cellOf(each))
    const value = (known?.value ?? 0) + sign * each.value
    cells.set(cellOf(each), { ...each, value, records: (known?.records ?? 0) + sign * each.records })
  }
  for (const each of before) add(each, -1)
  for (const each of after) add(each, 1)
  return [...cells.values()].filter(({ value, records }) => value !== 0 || records !== 0)
}
