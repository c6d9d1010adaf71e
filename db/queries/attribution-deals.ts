import { z } from 'zod'
import type { CreditedDeal } from '#lib/attribution/credited-deal'
import { dealCredits } from '#lib/attribution/deal-credits'
import type { TouchModel } from '#lib/attribution/models'
import type { AttributionRules } from '#lib/attribution/rules'
import type { CustomerScope } from '#lib/pipeline/contribution'
import type { Reader } from '../kept'
import { type AttributionOf, type CreditTeams, kept, type Span } from './attribution'
import { DealRow, factsOf, JOURNEY_COLUMNS, journeyOf } from './deal-journey'

/** Which won deals: all of a span, those with a touch of a channel or campaign that counts, or those without any. */
export type DealsAsked = Span & {
  readonly customers: CustomerScope
  readonly model: TouchModel
  readonly rules: AttributionRules
  /** '-': 接点なし; null: whichever. */
  readonly channel: string | null
  readonly campaignId: string | null
}

export type CreditedDealPage = {
  readonly rows: readonly CreditedDeal[]
  readonly next: string | null
  readonly total: number
}

const NO_TOUCH = '-'
const PAGE_SIZE = 20

/** The largest first; the next page begins after an amount and an id, however many came in between. @throws AppError 'notFound' */
export function creditedDeals(
  actor: Reader,
  of: AttributionOf,
  asked: DealsAsked & { readonly after: string | null },
): Promise<CreditedDealPage> {
  return kept(actor, of, ['deals', JSON.stringify(asked)], async (tx, teams) => {
    const values = parameters(teams, asked)
    const [amount, id] = [`$${values.length + 1}::float8`, `$${values.length + 2}::uuid`]
    const { rows } = await tx.$client.query<{ total: number; id: string | null }>(
      `with found as materialized (${foundBy(asked)}),
         page as (select * from found where ${amount} is null or (amount, opportunity_id) < (${amount}, ${id})
           order by amount desc, opportunity_id desc limit ${PAGE_SIZE + 1})
       select counted.total, ${JOURNEY_COLUMNS} from (select count(*)::int as total from found) counted
       left join page p on true
       left join attribution_journeys f on f.org_id = $1 and f.opportunity_id = p.opportunity_id ${NAMES}
       order by f.amount desc, f.opportunity_id desc`,
      [...values, ...keyOf(asked.after)],
    )
    const found = z.array(DealRow).parse(rows.filter((row) => row.id !== null))
    const page = found.slice(0, PAGE_SIZE)
    const last = page.at(-1)
    return {
      rows: page.map((row) => creditedOf(row, asked)),
      next: found.length > PAGE_SIZE && last ? `${last.amount}_${last.id}` : null,
      total: rows[0]?.total ?? 0,
    }
  })
}

/** Beside which deals one stands in the order of the list; null position: it is not in the list. @throws AppError 'notFound' */
export function dealNeighbours(actor: Reader, of: AttributionOf, asked: DealsAsked, opportunityId: string) {
  return kept(actor, of, ['neighbours', JSON.stringify(asked), opportunityId], async (tx, teams) => {
    const values = parameters(teams, asked)
    const { rows } = await tx.$client.query<z.input<typeof Neighbours>>(
      `with found as materialized (${foundBy(asked)}),
         own as (select * from found where opportunity_id = $${values.length + 1}::uuid)
       select (select count(*)::int from found f where ${listed('f')} >= ${listed('own')}) as position,
         (select count(*)::int from found) as total,
         (select f.opportunity_id from found f where ${listed('f')} > ${listed('own')}
           order by f.amount, f.opportunity_id limit 1) as previous,
         (select f.opportunity_id from found f where ${listed('f')} < ${listed('own')}
           order by f.amount desc, f.opportunity_id desc limit 1) as next
       from own`,
      [...values, opportunityId],
    )
    return rows[0] ? Neighbours.parse(rows[0]) : { position: null, total: 0, previous: null, next: null }
  })
}

/** A deal's place in the list, the largest first. */
const listed = (alias: string) => `(${alias}.amount, ${alias}.opportunity_id)`

const Neighbours = z.object({
  position: z.number().nullable(),
  total: z.number(),
  previous: z.uuid().nullable(),
  next: z.uuid().nullable(),
})

/**
 * Ids and amounts of the deals: $1 organisation, $2 teams, $3 … $4 days, $5 new. Touches are looked at only where a
 * channel or a campaign is asked for; $6 lookback, $7 own touches only, $8 channel, $9 campaign.
 */
function foundBy({ channel, campaignId }: DealsAsked): string {
  const fits = channel === NO_TOUCH ? 'not exists' : 'exists'
  const touched = `and ${fits} (select from unnest(j.touch_days, j.touch_channels, j.touch_campaigns, j.touch_owns)
      t(day, channel, campaign, own)
    where t.day between j.closed_on - date '1970-01-01' - $6::int and j.closed_on - date '1970-01-01'
      and (t.own or not $7::boolean) and ($8::uuid is null or t.channel = $8::uuid)
      and ($9::uuid is null or t.campaign = $9::uuid))`
  return `select j.opportunity_id, j.amount from attribution_journeys j
    where j.org_id = $1 and j.team_id = any($2::uuid[]) and j.state = 'won'
      and j.closed_on >= $3::date and j.closed_on < ($4::date + interval '1 month')
      and ($5::boolean is null or j.is_new = $5::boolean) ${isFiltered({ channel, campaignId }) ? touched : ''}`
}

const isFiltered = ({ channel, campaignId }: Pick<DealsAsked, 'channel' | 'campaignId'>) =>
  channel !== null || campaignId !== null

const NAMES = `left join opportunities o on o.org_id = $1 and o.id = f.opportunity_id
  left join accounts a on a.org_id = o.org_id and a.id = o.account_id`

function parameters({ orgId, teamIds }: CreditTeams, asked: DealsAsked) {
  const { from, to, customers, channel, campaignId, rules } = asked
  const ofTouches = [
    rules.lookbackDays,
    rules.level === 'person',
    ...(channel === NO_TOUCH ? [null, null] : [channel, campaignId]),
  ]
  return [
    ...[orgId, teamIds, `${from}-01`, `${to}-01`, customers === 'all' ? null : customers === 'new'],
    ...(isFiltered(asked) ? ofTouches : []),
  ]
}

const KEY = /^(-?\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function keyOf(after: string | null): readonly [number | null, string | null] {
  const [, amount, id] = KEY.exec(after ?? '') ?? []
  return amount === undefined || id === undefined ? [null, null] : [Number(amount), id]
}

/** What the asked channel or campaign is credited with of a deal; of all of them the whole. */
function creditedOf(row: DealRow, { rules, model, channel, campaignId }: DealsAsked): CreditedDeal {
  const credits = dealCredits(journeyOf(row), rules, 'won', model)
  const own = credits.filter(
    ({ touch }) =>
      (channel === null || touch.channelId === channel) && (campaignId === null || touch.campaignId === campaignId),
  )
  const sum = (of: 'amount' | 'dealParts') => own.reduce((all, credit) => all + credit[of], 0)
  return { ...factsOf(row), touches: credits.length, credit: sum('amount'), dealParts: sum('dealParts') }
}
