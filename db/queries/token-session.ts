import { z } from 'zod'
import { organisationOfToken, TOKEN_SCOPES, type TokenScope } from '#lib/api/token'
import { type Tenant, withOrg } from '../client'
import { secretHash } from '../commands/make-token'
import { MEMBERSHIP, type Session, SessionRow } from './session'

/** Whoever calls the HTTP API: the person who made the token, within the token's scopes. */
export type TokenSession = Omit<Session, 'sessionId'> & {
  readonly tokenId: string
  readonly scopes: readonly TokenScope[]
}

/** Nobody: a token is looked up before it is known for whom it acts. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const TokenRow = z.object({ id: z.uuid(), created_by: z.uuid(), scopes: z.array(z.enum(TOKEN_SCOPES)) })

/**
 * The session behind a token, or null: unknown, revoked, expired, or of a person who is no member any more. Marks the
 * token as used, at most once a minute.
 */
export async function tokenSession(token: string): Promise<TokenSession | null> {
  const orgId = organisationOfToken(token)
  if (orgId === null) return null
  const found = await tokenRow({ orgId, userId: NOBODY }, secretHash(token))
  if (!found) return null
  const { id: tokenId, created_by: userId, scopes } = found
  const row = await membershipRow({ orgId, userId })
  if (!row) return null
  const { role, team_ids: teamIds, data_version: dataVersion, email, name, org, teams } = row
  return { orgId, userId, tokenId, scopes, role, teamIds, email, name, org, teams, dataVersion }
}

function tokenRow(tenant: Tenant, hash: string): Promise<z.output<typeof TokenRow> | null> {
  return withOrg(tenant, async ({ $client }) => {
    const holds =
      'org_id = $1 and secret_hash = $2 and revoked_at is null and (expires_at is null or expires_at > now())'
    const { rows } = await $client.query(`select id, created_by, scopes from api_tokens where ${holds}`, [
      tenant.orgId,
      hash,
    ])
    await $client.query(
      `update api_tokens set last_used_at = $3 where ${holds}
       and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 minute')`,
      [tenant.orgId, hash, new Date()],
    )
    return TokenRow.nullable().parse(rows[0] ?? null)
  })
}

function membershipRow({ orgId, userId }: Tenant): Promise<z.output<typeof SessionRow> | null> {
  return withOrg({ orgId, userId }, async ({ $client }) => {
    const { rows } = await $client.query(
      `${MEMBERSHIP}
       from memberships m
       join organisations o on o.org_id = m.org_id
       join users u on u.id = m.user_id and u.disabled_at is null
       where m.org_id = $1 and m.user_id = $2 and m.disabled_at is null`,
      [orgId, userId],
    )
    return SessionRow.nullable().parse(rows[0] ?? null)
  })
}
