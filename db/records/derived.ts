import type { Tx } from '../client'
import { lookedUp } from './looked-up'

/**
 * Fills what an opportunity's own row does not say (DOMAIN §8): its source (own lead source, else its lead's channel,
 * else the channel of the account's first touch if that lies before it), and whether it is new business.
 * @param ids null = all
 */
export async function deriveOpportunities(tx: Tx, orgId: string, ids: readonly string[] | null): Promise<void> {
  if (ids?.length === 0) return
  await tx.$client.query(
    `update opportunities o set source_channel_id = d.channel_id, source_campaign_id = d.campaign_id, counts_as_new = d.is_new
     from (
       select o.id, s.channel_id, k.id as campaign_id,
         coalesce(o.is_new, not exists (
           select from opportunities w where w.org_id = o.org_id and w.account_id = o.account_id and w.id <> o.id
             and w.state = 'won' and w.closed_on < o.created_on)) as is_new
       from opportunities o
       join organisations z on z.org_id = o.org_id
       left join leads l on l.org_id = o.org_id and l.id = o.lead_id
       left join lateral (
         select t.channel_id, t.campaign_id from touches t
         where t.org_id = o.org_id and t.account_id = o.account_id and o.channel_id is null and o.lead_id is null
           and (t.at at time zone z.time_zone)::date <= o.created_on
         order by t.at, t.id limit 1) f on true
       cross join lateral (select coalesce(o.channel_id, l.channel_id, f.channel_id) as channel_id,
         case when o.channel_id is not null then o.campaign_id
           when l.channel_id is not null then l.campaign_id else f.campaign_id end as campaign_id) s
       left join campaigns k on k.org_id = o.org_id and k.id = s.campaign_id and k.team_id = o.team_id
         and k.channel_id = s.channel_id
       where o.org_id = $1 and ($2::uuid[] is null or o.id = any($2))) d
     where o.org_id = $1 and o.id = d.id
       and (o.source_channel_id, o.source_campaign_id, o.counts_as_new)
         is distinct from (d.channel_id, d.campaign_id, d.is_new)`,
    [orgId, ids],
  )
}

/** Opportunities whose figures hang on others of the same accounts, on these leads, or on touches of these accounts. */
export async function opportunitiesOf(
  tx: Tx,
  orgId: string,
  by: {
    readonly accounts?: readonly string[]
    readonly leads?: readonly string[]
    readonly touched?: readonly string[]
  },
): Promise<string[]> {
  const { accounts = [], leads = [], touched = [] } = by
  if (accounts.length + leads.length + touched.length === 0) return []
  const { rows } = await tx.$client.query<{ id: string }>(
    `select id from ${lookedUp('opportunities', 'account_id', '$2::uuid[]')} of_account
     union select id from ${lookedUp('opportunities', 'lead_id', '$3::uuid[]')} of_lead
     union select id from ${lookedUp('opportunities', 'account_id', '$4::uuid[]')} touched
       where channel_id is null and lead_id is null`,
    [orgId, accounts, leads, touched],
  )
  return rows.map(({ id }) => id)
}
