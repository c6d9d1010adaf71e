import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { DEAL_PARTS } from '#lib/attribution/credit'
import { markovCredits } from '#lib/attribution/markov'
import { MarkovCell } from '#lib/attribution/markov-answer'
import { Transitions } from '#lib/attribution/transitions'
import type { Tx } from '../client'
import { settingsIn, USUAL_SETTINGS } from './settings'
import { countedTransitions, type MarkovPeriod } from './transitions'

/** Touches that are counted while somebody waits; of more, in the background. */
export const FEW_TOUCHES = 200_000

// Whoever had many will hardly have few soon, and to count them takes long.
const many = new LRUCache<string, true>({ max: 1000, ttl: 60 * 60_000 })

export async function hasFewTouches(tx: Tx, orgId: string): Promise<boolean> {
  if (many.has(orgId)) return false
  const { rows } = await tx.$client.query<{ few: boolean }>(
    `select count(*) <= ${FEW_TOUCHES} as few from (select from touches where org_id = $1 limit ${FEW_TOUCHES + 1}) t`,
    [orgId],
  )
  const isFew = rows[0]?.few ?? true
  if (!isFew) many.set(orgId, true)
  return isFew
}

/** Markov credits of a period, by channel in their order, then 接点なし: they add up to what was won. */
export async function markovCells(tx: Tx, orgId: string, period: MarkovPeriod): Promise<MarkovCell[]> {
  const { rules } = (await settingsIn(tx, orgId)) ?? USUAL_SETTINGS
  const { counts, untouched } = await countedTransitions(tx, orgId, rules, period)
  const transitions = new Transitions(await channelIds(tx, orgId))
  transitions.addCounts(counts)
  const cells = markovCredits(transitions).map(({ channelId, amount, dealParts, removal }) => {
    return { channelId, amount, dealParts, removal: removal.conversion }
  })
  const none = { channelId: null, amount: untouched.amount, dealParts: untouched.deals * DEAL_PARTS, removal: null }
  return [...cells, none].filter(({ amount, dealParts, removal }) => amount !== 0 || dealParts !== 0 || removal)
}

async function channelIds(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>(
    'select id from channels where org_id = $1 order by position, id',
    [orgId],
  )
  return rows.map(({ id }) => id)
}

/** Which kept figures: of a team's period, and either of the close that keeps them for good or of none. */
export type MarkovKey = Pick<MarkovPeriod, 'from' | 'to' | 'customers'> & {
  readonly teamId: string
  /** As Postgres writes it; null: none. */
  readonly closedAt: string | null
}

const Kept = z.object({ credits: z.array(MarkovCell), computedAt: z.date(), version: z.coerce.number() })
export type KeptMarkov = z.output<typeof Kept>

export async function keptMarkov(tx: Tx, orgId: string, key: MarkovKey): Promise<KeptMarkov | null> {
  const { rows } = await tx.$client.query(
    `select credits, computed_at as "computedAt", data_version as version from attribution_markov
     where org_id = $1 and team_id = $2 and first_month = $3 and last_month = $4 and scope = $5
       and closed_at is not distinct from $6::timestamptz and credits is not null`,
    [orgId, key.teamId, key.from, key.to, key.customers, key.closedAt],
  )
  return rows[0] ? Kept.parse(rows[0]) : null
}

/** What a close keeps is never solved again; other figures take the place of older ones. */
export async function keepMarkov(tx: Tx, orgId: string, key: MarkovKey, cells: readonly MarkovCell[]): Promise<void> {
  await tx.$client.query(
    `insert into attribution_markov
       (org_id, team_id, first_month, last_month, scope, closed_at, data_version, computed_at, credits)
     select $1, $2, $3, $4, $5, $6, data_version, clock_timestamp(), $7 from organisations where org_id = $1
     on conflict (org_id, team_id, first_month, last_month, scope, closed_at) do update
     set data_version = excluded.data_version, computed_at = excluded.computed_at, credits = excluded.credits
     where attribution_markov.closed_at is null`,
    [orgId, key.teamId, key.from, key.to, key.customers, key.closedAt, JSON.stringify(cells)],
  )
}
