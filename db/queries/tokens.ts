import { and, desc, eq, isNull } from 'drizzle-orm'
import type { TokenScope } from '#lib/api/token'
import { type Actor, can } from '#lib/permissions'
import { readOrg } from '../client'
import { memberships } from '../schema/people'
import { apiTokens } from '../schema/tokens'

/** A token of the HTTP API that works, without the token itself. Moments are ISO 8601. */
export type ApiToken = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  /** Name of the person for whom it acts. */
  readonly by: string
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

/** The tokens that were not revoked, newest first; none for whoever may not make any. */
export async function tokensOf(actor: Actor): Promise<ApiToken[]> {
  if (!can(actor, 'token.edit')) return []
  const rows = await readOrg(actor, (tx) =>
    tx
      .select({
        ...{ id: apiTokens.id, name: apiTokens.name, scopes: apiTokens.scopes, by: memberships.name },
        ...{ createdAt: apiTokens.createdAt, expiresAt: apiTokens.expiresAt, lastUsedAt: apiTokens.lastUsedAt },
      })
      .from(apiTokens)
      .innerJoin(memberships, and(eq(memberships.orgId, apiTokens.orgId), eq(memberships.userId, apiTokens.createdBy)))
      .where(and(eq(apiTokens.orgId, actor.orgId), isNull(apiTokens.revokedAt)))
      .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id)),
  )
  return rows.map(({ createdAt, expiresAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}
