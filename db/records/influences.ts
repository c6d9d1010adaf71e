import type { Tx } from '../client'

/**
 * Keeps when marketing's touches last reached opportunities (DOMAIN §8, influenced): per channel and campaign the last
 * day not after creation, and not after close; with the opportunity the last of them all. From both, any window can be
 * answered. Answers how many rows changed.
 * @param ids opportunities whose dates, account, lead or touches may have changed; null = all
 */
export async function deriveInfluences(tx: Tx, orgId: string, ids: readonly string[] | null): Promise<number> {
  if (ids?.length === 0) return 0
  const touched = (by: 'account_id' | 'lead_id') =>
    `select t.channel_id, t.campaign_id, (t.at at time zone z.time_zone)::date as day from touches t
     where t.org_id = o.org_id and t.${by} = o.${by}`
  const { rows } = await tx.$client.query<{ changed: number }>(
    `with wanted as materialized (
       select o.id as opportunity_id, t.channel_id, t.campaign_id,
         max(t.day) filter (where t.day <= o.created_on) as before_creation,
         max(t.day) filter (where o.closed_on is null or t.day <= o.closed_on) as before_close
       from opportunities o join organisations z on z.org_id = o.org_id
       cross join lateral (${touched('account_id')} union all ${touched('lead_id')}) t
       join channels c on c.org_id = o.org_id and c.id = t.channel_id and c.is_marketing
       where o.org_id = $1 and ($2::uuid[] is null or o.id = any($2))
         and (t.day <= o.created_on or o.closed_on is null or t.day <= o.closed_on)
       group by 1, 2, 3),
     gone as (
       delete from opportunity_influences i
       where i.org_id = $1 and ($2::uuid[] is null or i.opportunity_id = any($2)) and not exists (
         select from wanted w where w.opportunity_id = i.opportunity_id and w.channel_id = i.channel_id
           and w.campaign_id is not distinct from i.campaign_id) returning 1),
     written as (
       insert into opportunity_influences as i
         (org_id, opportunity_id, channel_id, campaign_id, before_creation, before_close)
       select $1, opportunity_id, channel_id, campaign_id, before_creation, before_close from wanted
       on conflict (org_id, opportunity_id, channel_id, campaign_id) do update
       set before_creation = excluded.before_creation, before_close = excluded.before_close
       where (i.before_creation, i.before_close) is distinct from (excluded.before_creation, excluded.before_close)
       returning 1)
     select ((select count(*) from gone) + (select count(*) from written))::int as changed`,
    [orgId, ids],
  )
  return (rows[0]?.changed ?? 0) + (await deriveTouchedDays(tx, orgId, ids))
}

/** The last of these days stands with the opportunity itself: most figures ask no more than whether anything influenced it. */
async function deriveTouchedDays(tx: Tx, orgId: string, ids: readonly string[] | null): Promise<number> {
  const { rowCount } = await tx.$client.query(
    `update opportunities o set touched_before_creation = d.before_creation, touched_before_close = d.before_close
     from (
       select o.id, max(i.before_creation) as before_creation, max(i.before_close) as before_close
       from opportunities o
       left join opportunity_influences i on i.org_id = o.org_id and i.opportunity_id = o.id
       where o.org_id = $1 and ($2::uuid[] is null or o.id = any($2)) group by 1) d
     where o.org_id = $1 and o.id = d.id
       and (o.touched_before_creation, o.touched_before_close) is distinct from (d.before_creation, d.before_close)`,
    [orgId, ids],
  )
  return rowCount ?? 0
}
