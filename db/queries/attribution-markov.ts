import { LRUCache } from 'lru-cache'
import type { MarkovAnswer } from '#lib/attribution/markov-answer'
import type { CustomerScope } from '#lib/pipeline/contribution'
import {
  hasFewTouches,
  type KeptMarkov,
  keepMarkov,
  keptMarkov,
  type MarkovKey,
  markovCells,
} from '../attribution/markov'
import { reportFault } from '../background'
import { type Tenant, type Tx, withOrg } from '../client'
import type { Reader } from '../kept'
import { type AttributionOf, type CreditTeams, kept, readCredits, type Span } from './attribution'

export type MarkovWanted = Span & { readonly customers: CustomerScope }

/** Figures of a large organisation that were solved so long ago are solved again. */
const FRESH_MS = 60 * 60_000

/**
 * Markov credits of a team's period (DOMAIN §7). A single closed month has what its close kept; a large organisation is
 * solved in the background, and has its last figures meanwhile. @throws AppError 'notFound'
 */
export async function markovOf(actor: Reader, of: AttributionOf, wanted: MarkovWanted): Promise<MarkovAnswer> {
  const { teams, key, isLive } = await kept(actor, of, ['markov-key', ...Object.values(wanted)], async (tx, found) => {
    const closedAt = await closeOf(tx, found, wanted)
    return {
      teams: found,
      key: { ...wanted, teamId: found.teamId, closedAt },
      isLive: await hasFewTouches(tx, found.orgId),
    }
  })
  if (key.closedAt !== null) {
    const frozen = await lastOf(actor, of, key)
    if (frozen)
      return { state: 'ready', rows: frozen.credits, computedAt: frozen.computedAt.toISOString(), isFrozen: true }
  }
  return isLive ? liveMarkov(actor, of, teams, key) : lastMarkov(actor, of, teams, key)
}

/** When the period was closed, if it is one month of one team that a close froze. */
async function closeOf(tx: Tx, { orgId, teamIds }: CreditTeams, { from, to }: MarkovWanted): Promise<string | null> {
  if (from !== to || teamIds.length !== 1) return null
  const { rows } = await tx.$client.query<{ at: string }>(
    `select m.closed_at::text as at from month_closes m join attribution_frozen_rules f on f.org_id = m.org_id
       and f.team_id = m.team_id and f.month = m.month and f.closed_at = m.closed_at
     where m.org_id = $1 and m.team_id = $2 and m.month = $3 and m.reopened_at is null`,
    [orgId, teamIds[0], from],
  )
  return rows[0]?.at ?? null
}

async function liveMarkov(actor: Reader, of: AttributionOf, teams: CreditTeams, key: MarkovKey): Promise<MarkovAnswer> {
  const { rows, at } = await kept(actor, of, ['markov', key.from, key.to, key.customers], async (tx) => ({
    rows: await markovCells(tx, teams.orgId, { ...teams, ...key }),
    at: new Date().toISOString(),
  }))
  if (key.closedAt === null) return { state: 'ready', rows, computedAt: at, isFrozen: false }
  // Closed before, or together with too many others: from the first reader on it stays.
  await withOrg(actor, (tx) => keepMarkov(tx, teams.orgId, key, rows))
  return { state: 'ready', rows, computedAt: at, isFrozen: true }
}

async function lastMarkov(actor: Reader, of: AttributionOf, teams: CreditTeams, key: MarkovKey): Promise<MarkovAnswer> {
  const last = await lastOf(actor, of, key)
  const isFresh = last && (last.version === actor.dataVersion || last.computedAt.getTime() > Date.now() - FRESH_MS)
  if (!isFresh) solveInBackground(actor, teams, key)
  if (!last) return { state: 'running' }
  return { state: 'ready', rows: last.credits, computedAt: last.computedAt.toISOString(), isFrozen: false }
}

// Another process may solve as well: whoever asks hears of it within a second.
const lasts = new LRUCache<string, KeptMarkov>({ max: 200, ttl: 1000 })

/** The figures that were solved last, or frozen by a close; null: none yet. */
async function lastOf(actor: Reader, of: AttributionOf, key: MarkovKey): Promise<KeptMarkov | null> {
  const name = JSON.stringify([actor.orgId, actor.dataVersion, key])
  const known = lasts.get(name)
  if (known) return known
  const found = await readCredits(actor, of, (tx) => keptMarkov(tx, actor.orgId, key))
  if (found) lasts.set(name, found)
  return found
}

declare global {
  // Of the process: see db/attribution/standing.ts.
  var gyakusanSolving: Map<string, Promise<void>> | undefined
}

/** The background work of an organisation, ended; for tests. */
export async function markovWork(orgId: string): Promise<void> {
  await globalThis.gyakusanSolving?.get(orgId)
}

/** One period of an organisation at a time in a process; broken off, the next reader begins it again. */
function solveInBackground({ orgId, userId }: Tenant, teams: CreditTeams, key: MarkovKey): void {
  globalThis.gyakusanSolving ??= new Map()
  const solving = globalThis.gyakusanSolving
  if (solving.has(orgId)) return
  const work = withOrg({ orgId, userId }, async (tx) => {
    await keepMarkov(tx, orgId, key, await markovCells(tx, orgId, { ...teams, ...key }))
  })
    .then(() => lasts.clear())
    .catch((error: unknown) => reportFault(error, 'Markov, in the background'))
    .finally(() => solving.delete(orgId))
  solving.set(orgId, work)
}
