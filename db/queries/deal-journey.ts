import { z } from 'zod'
import type { DealJourney } from '#lib/attribution/credited-deal'
import { OPPORTUNITY_STATES } from '#lib/records/opportunity'
import type { Tx } from '../client'
import type { Reader } from '../kept'
import { type AttributionOf, kept } from './attribution'

/** A deal's whole path with the names of its touches; null: there is none within the team. @throws AppError 'notFound' */
export async function dealJourney(
  actor: Reader,
  of: AttributionOf,
  opportunityId: string,
): Promise<DealJourney | null> {
  const { deal } = await kept(actor, of, ['journey', opportunityId], async (tx, { orgId, teamIds }) => {
    const { rows } = await tx.$client.query(
      `select ${JOURNEY_COLUMNS}
       from (select * from attribution_journeys
         where org_id = $1 and team_id = any($2::uuid[]) and opportunity_id = $3) f
       left join opportunities o on o.org_id = f.org_id and o.id = f.opportunity_id
       left join accounts a on a.org_id = o.org_id and a.id = o.account_id`,
      [orgId, teamIds, opportunityId],
    )
    const row = rows[0] ? DealRow.parse(rows[0]) : null
    if (row === null) return { deal: null }
    const journey = { ...journeyOf(row), touches: await namedTouches(tx, orgId, row) }
    return { deal: { ...factsOf(row), journey } }
  })
  return deal
}

/** Of a journey f, its opportunity o and account a. */
export const JOURNEY_COLUMNS = `f.opportunity_id as id, f.team_id as "teamId", f.state, f.is_new as "isNew", f.amount::float8 as amount,
  f.created_on::text as "createdOn", f.closed_on::text as "closedOn", f.created_on - date '1970-01-01' as "createdDay",
  f.closed_on - date '1970-01-01' as "closedDay", f.lead_at::float8 as "leadAt", f.lead_on - date '1970-01-01' as "leadDay",
  f.touch_ats::float8[] as ats, f.touch_days as days, f.touch_channels as channels, f.touch_campaigns as campaigns,
  f.touch_owns as owns, o.name, a.name as account`

export const DealRow = z.object({
  ...{ id: z.uuid(), teamId: z.uuid(), state: z.enum(OPPORTUNITY_STATES), isNew: z.boolean(), amount: z.number() },
  ...{
    createdOn: z.string(),
    closedOn: z.string().nullable(),
    createdDay: z.number(),
    closedDay: z.number().nullable(),
  },
  ...{ leadAt: z.number().nullable(), leadDay: z.number().nullable() },
  ...{ ats: z.array(z.number()), days: z.array(z.number()), channels: z.array(z.uuid()) },
  ...{ campaigns: z.array(z.uuid().nullable()), owns: z.array(z.boolean()) },
  ...{ name: z.string().nullable(), account: z.string().nullable() },
})
export type DealRow = z.output<typeof DealRow>

export const factsOf = ({ id, teamId, name, account, state, isNew, createdOn, closedOn, amount }: DealRow) => ({
  ...{ id, teamId, name: name ?? '', account, state, isNew, createdOn, closedOn, amount },
})

export function journeyOf({ leadAt, leadDay, createdDay, closedDay, amount, ...row }: DealRow) {
  const touches = row.ats.map((at, i) => ({
    ...{ at, day: row.days[i] ?? 0, channelId: row.channels[i] ?? '', campaignId: row.campaigns[i] ?? null },
    isOwn: row.owns[i] ?? false,
  }))
  return { touches, leadAt, leadDay, createdDay, closedDay, amount }
}

const NamesRow = z.object({
  channel: z.string().nullable(),
  campaign: z.string().nullable(),
  kind: z.string().nullable(),
})

/** The touches of a deal with the names of channel and campaign, and what happened in the source's words. */
async function namedTouches(tx: Tx, orgId: string, row: DealRow): Promise<DealJourney['journey']['touches']> {
  const { rows } = await tx.$client.query(
    `select c.name as channel, k.name as campaign, (
       select x.kind from touches x join opportunities o on o.org_id = x.org_id and o.id = $2
       where x.org_id = $1 and x.channel_id = t.channel and x.campaign_id is not distinct from t.campaign
         and x.at >= to_timestamp(t.at / 1000) and x.at < to_timestamp((t.at + 1) / 1000)
         and (x.account_id = o.account_id or x.lead_id = o.lead_id) order by x.id limit 1) as kind
     from unnest($3::float8[], $4::uuid[], $5::uuid[]) with ordinality t(at, channel, campaign, place)
     left join channels c on c.org_id = $1 and c.id = t.channel
     left join campaigns k on k.org_id = $1 and k.id = t.campaign
     order by t.place`,
    [orgId, row.id, row.ats, row.channels, row.campaigns],
  )
  const names = z.array(NamesRow).parse(rows)
  return journeyOf(row).touches.map((touch, i) => {
    const { channel = null, campaign = null, kind = null } = names[i] ?? {}
    return { ...touch, channel: channel ?? '', campaign, kind }
  })
}
