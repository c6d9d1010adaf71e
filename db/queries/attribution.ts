import { LRUCache } from 'lru-cache'
import type { BookedRevenue } from '#lib/attribution/booked'
import type { Basis, CreditRow } from '#lib/attribution/credit'
import type { TouchModel } from '#lib/attribution/models'
import type { CreditRestatement } from '#lib/attribution/restatement'
import type { AttributionStanding, FrozenMonth } from '#lib/attribution/standing'
import type { Campaign } from '#lib/campaign'
import { notFound } from '#lib/errors'
import type { Month } from '#lib/month'
import type { Channel } from '#lib/organisation'
import { type Actor, reaches } from '#lib/permissions'
import { freshened, standingIn } from '../attribution/standing'
import { readOrg, type Tx } from '../client'
import { kept as keptReads, type Reader } from '../kept'
import { bookedIn, ledgerRevenueIn } from './attribution-booked'
import { channelCellsIn, lineCellsIn } from './attribution-cells'
import { creditRestatementsIn, frozenMonthsIn } from './attribution-frozen'
import { campaignsIn } from './campaigns'
import { channelsIn, teamsIn } from './organisation'

/** Whose credits: of the root those of all teams. */
export type AttributionOf = { readonly teamId: string }
/** Months from … to, both included. */
export type Span = { readonly from: Month; readonly to: Month }

/** Credits as a screen shows them: closed months as they were frozen, and all of them as they are now. */
export type Credits = {
  /** Of closed months what was frozen (won, created), of all others what is. */
  readonly shown: readonly CreditRow[]
  readonly current: readonly CreditRow[]
}

/** A team, or for the root all of them, archived ones too. */
export type CreditTeams = {
  readonly orgId: string
  readonly teamId: string
  readonly teamIds: readonly string[]
  readonly isRoot: boolean
}

// Of the views asked for last, per process. Whatever changes them raises the data version, so none is stale.
const keep = keptReads<object>(200)
const standings = new LRUCache<string, AttributionStanding>({ max: 200 })

/**
 * By which rules the credits stand, and what is on its way into them. Also brings them up to date as far as that is
 * done at once, and starts the rest: a page asks this first.
 */
export async function attributionStanding(actor: Reader): Promise<AttributionStanding> {
  const key = `${actor.orgId} ${await freshened(actor)}`
  const found = standings.get(key)
  if (found) return found
  const standing = await readOrg(actor, (tx) => standingIn(tx, actor.orgId))
  // What is under way goes on without a new version.
  const isSettled = standing.run === null && standing.pending === null && standing.waiting === 0
  if (isSettled) standings.set(key, standing)
  return standing
}

/** What the screen names: channels in the organisation's order, and campaigns of every team. */
export type AttributionNames = {
  readonly channels: readonly Channel[]
  readonly campaigns: readonly Pick<Campaign, 'id' | 'name'>[]
}

/** @throws AppError 'notFound' */
export function attributionNames(actor: Reader, of: AttributionOf): Promise<AttributionNames> {
  return kept(actor, of, ['names'], async (tx, { orgId }) => ({
    channels: await channelsIn(tx, orgId),
    campaigns: (await campaignsIn(tx, orgId, undefined)).map(({ id, name }) => ({ id, name })),
  }))
}

/** Credits by channel and month in all models that add up; campaigns together. @throws AppError 'notFound' */
export function creditsByChannel(
  actor: Reader,
  of: AttributionOf,
  wanted: Span & { readonly bases: readonly Basis[] },
): Promise<Credits> {
  const { from, to, bases } = wanted
  return kept(actor, of, ['channels', from, to, ...bases], async (tx, teams) => ({
    shown: await channelCellsIn(tx, teams, { ...wanted, as: 'closed' }),
    current: await channelCellsIn(tx, teams, { ...wanted, as: 'now' }),
  }))
}

/** Credits by channel, campaign and month in one model. @throws AppError 'notFound' */
export function creditsByCampaign(
  actor: Reader,
  of: AttributionOf,
  wanted: Span & { readonly bases: readonly Basis[]; readonly model: TouchModel },
): Promise<Credits> {
  const { from, to, bases, model } = wanted
  return kept(actor, of, ['campaigns', from, to, model, ...bases], async (tx, teams) => ({
    shown: await lineCellsIn(tx, teams, { ...wanted, as: 'closed' }),
    current: await lineCellsIn(tx, teams, { ...wanted, as: 'now' }),
  }))
}

export type FrozenCredits = {
  readonly months: readonly FrozenMonth[]
  /** In the order of time. */
  readonly restatements: readonly CreditRestatement[]
}

/** The closed months of a span, by which rules they were frozen, and what records changed since. @throws AppError 'notFound' */
export function frozenCredits(actor: Reader, of: AttributionOf, span: Span): Promise<FrozenCredits> {
  return kept(actor, of, ['frozen', span.from, span.to], async (tx, teams) => ({
    months: await frozenMonthsIn(tx, teams, span),
    restatements: await creditRestatementsIn(tx, teams, span),
  }))
}

/** What was booked in a span, counted from the opportunities and apart from every credit. @throws AppError 'notFound' */
export function bookedRevenue(actor: Reader, of: AttributionOf, span: Span): Promise<BookedRevenue> {
  return kept(actor, of, ['booked', span.from, span.to], async (tx, teams) => ({
    rows: await bookedIn(tx, teams, span),
    ledger: await ledgerRevenueIn(tx, teams, span),
  }))
}

/** What was read for the same view of the same data; those who ask while it is being read wait for the one reading. */
export async function kept<Value extends object>(
  actor: Reader,
  of: AttributionOf,
  what: readonly string[],
  read: (tx: Tx, teams: CreditTeams) => Promise<Value>,
): Promise<Value> {
  if (!reaches(actor, of.teamId)) throw notFound()
  const reader = await creditsReader(actor)
  // Of each question the reading that is given with it, always of one shape.
  return keep(reader, [of.teamId, ...what], () => readCredits(actor, of, read)) as Promise<Value>
}

/** Who asks, as of the credits that can be read now. */
export async function creditsReader(actor: Reader): Promise<Reader> {
  return { ...actor, dataVersion: await freshened(actor) }
}

/** A reading transaction with the teams whose credits are asked for. @throws AppError 'notFound' */
export async function readCredits<Value>(
  actor: Actor,
  { teamId }: AttributionOf,
  read: (tx: Tx, teams: CreditTeams) => Promise<Value>,
): Promise<Value> {
  if (!reaches(actor, teamId)) throw notFound()
  return readOrg(actor, async (tx) => {
    const all = await teamsIn(tx, actor.orgId, true)
    const team = all.find((each) => each.id === teamId)
    if (!team) throw notFound()
    const teamIds = team.isRoot ? all.map(({ id }) => id) : [team.id]
    return read(tx, { orgId: actor.orgId, teamId, teamIds, isRoot: team.isRoot })
  })
}
