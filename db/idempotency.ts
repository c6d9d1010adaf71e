import { z } from 'zod'
import { conflict, invalid } from '#lib/errors'
import { withOrg } from './client'
import type { TokenSession } from './queries/token-session'

/** An answer of the API as it is kept for the same call again. */
export const KeptAnswer = z.strictObject({ status: z.int(), body: z.json() })
export type KeptAnswer = z.output<typeof KeptAnswer>

/** How long an answer is kept, and how long a call without one is taken to be under way still. */
const KEPT = '24 hours'
const UNDER_WAY = '1 minute'

const Standing = z.object({ request_hash: z.string(), response: KeptAnswer.nullable() })

/**
 * Makes a call once: under the same key it answers what it answered before. A call that fails is forgotten, so that it
 * may be made again.
 * @throws AppError 'invalid' (keyReused: the same key for another call), 'conflict' (callUnderWay)
 */
export async function once(
  { orgId, userId, tokenId }: Pick<TokenSession, 'orgId' | 'userId' | 'tokenId'>,
  key: string,
  requestHash: string,
  run: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const place = [orgId, tokenId, key]
  const ask = (text: string, values: readonly unknown[] = []) =>
    withOrg({ orgId, userId }, ({ $client }) => $client.query(text, [...place, ...values]))
  const own = 'where org_id = $1 and token_id = $2 and key = $3'
  const standing = await withOrg({ orgId, userId }, async ({ $client }) => {
    await $client.query(
      `delete from idempotency_keys ${own} and (created_at < now() - interval '${KEPT}'
        or response is null and created_at < now() - interval '${UNDER_WAY}')`,
      place,
    )
    const made = await $client.query(
      `insert into idempotency_keys (org_id, token_id, key, request_hash) values ($1, $2, $3, $4)
       on conflict do nothing returning key`,
      [...place, requestHash],
    )
    if (made.rowCount === 1) return null
    const { rows } = await $client.query(`select request_hash, response from idempotency_keys ${own}`, place)
    return Standing.parse(rows[0])
  })
  if (standing) return answerOf(standing, requestHash)
  try {
    const answer = await run()
    await ask(`update idempotency_keys set response = $4 ${own}`, [JSON.stringify(answer)])
    return answer
  } catch (error) {
    await ask(`delete from idempotency_keys ${own}`)
    throw error
  }
}

function answerOf({ request_hash, response }: z.output<typeof Standing>, requestHash: string): KeptAnswer {
  if (request_hash !== requestHash) throw invalid('keyReused')
  if (response === null) throw conflict('callUnderWay')
  return response
}
