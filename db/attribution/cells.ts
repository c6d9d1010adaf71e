import type { CreditCell, CreditPlace } from '#lib/attribution/credit'
import { TOUCH_MODELS } from '#lib/attribution/models'
import type { Tx } from '../client'

export const placeOf = ({ teamId, basis, month, isNew, channelId, campaignId }: CreditPlace) =>
  [teamId, basis, month, isNew, channelId, campaignId].join(' ')

const GIVEN = `json_to_recordset($2::json) as r("teamId" uuid, basis text, month text, "isNew" boolean, "channelId" uuid,
  "campaignId" uuid, amounts bigint[], "dealParts" bigint[])`
const INSERT = `insert into attribution_rollup
  (org_id, team_id, basis, month, is_new, channel_id, campaign_id, amounts, deal_parts)
  select $1, "teamId", basis, month, "isNew", "channelId", "campaignId", amounts, "dealParts" from ${GIVEN}`

/** Two columns of arrays added up, model by model. */
const sums = (column: string) =>
  `array[${TOUCH_MODELS.map((_, i) => `attribution_rollup.${column}[${i + 1}] + excluded.${column}[${i + 1}]`).join(', ')}]`
const EMPTY = `'{${TOUCH_MODELS.map(() => 0).join(',')}}'::bigint[]`

/** Rows that one statement writes. */
const CHUNK = 5000

/** Adds differences to the rollup; what comes to nothing goes. */
export async function addCells(tx: Tx, orgId: string, cells: readonly CreditCell[]): Promise<void> {
  for (const chunk of chunksOf(cells)) {
    const { rows } = await tx.$client.query<{ empty: boolean }>(
      `${INSERT} on conflict (org_id, team_id, basis, month, is_new, channel_id, campaign_id) do update
       set amounts = ${sums('amounts')}, deal_parts = ${sums('deal_parts')}
       returning amounts = ${EMPTY} and deal_parts = ${EMPTY} as empty`,
      [orgId, JSON.stringify(chunk)],
    )
    if (!rows.some(({ empty }) => empty)) continue
    await tx.$client.query(
      `delete from attribution_rollup where org_id = $1 and team_id = any($2::uuid[]) and month = any($3::text[])
         and amounts = ${EMPTY} and deal_parts = ${EMPTY}`,
      [orgId, [...new Set(chunk.map(({ teamId }) => teamId))], [...new Set(chunk.map(({ month }) => month))]],
    )
  }
}

/** Puts these rows into the place of all that stand. */
export async function replaceCells(tx: Tx, orgId: string, cells: readonly CreditCell[]): Promise<void> {
  await tx.$client.query('delete from attribution_rollup where org_id = $1', [orgId])
  for (const chunk of chunksOf(cells)) await tx.$client.query(INSERT, [orgId, JSON.stringify(chunk)])
}

function chunksOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, i) => all.slice(i * CHUNK, (i + 1) * CHUNK))
}

type StoredCell = CreditPlace & { readonly amounts: readonly string[]; readonly dealParts: readonly string[] }

/** The whole rollup of an organisation, to be compared. */
export async function standingCells(tx: Tx, orgId: string): Promise<CreditCell[]> {
  const { rows } = await tx.$client.query<StoredCell>(
    `select team_id as "teamId", basis, month, is_new as "isNew", channel_id as "channelId", campaign_id as "campaignId",
       amounts, deal_parts as "dealParts" from attribution_rollup where org_id = $1`,
    [orgId],
  )
  return rows.map(({ amounts, dealParts, ...place }) => ({
    ...place,
    ...{ amounts: amounts.map(Number), dealParts: dealParts.map(Number) },
  }))
}
