import { sql } from 'drizzle-orm'
import { check, foreignKey, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { TOKEN_SCOPES } from '#lib/api/token'
import { memberships } from './people'
import { createdAt, moment, oneOf, orgId, tenantPolicy } from './tenancy'

/** A key to the HTTP API. It acts for the person who made it, and never beyond what that person may do. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** SHA-256 of the whole token, in hex: the token itself is shown once and kept nowhere. */
    secretHash: text('secret_hash').notNull(),
    scopes: text('scopes', { enum: TOKEN_SCOPES }).array().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [
    primaryKey({ name: 'api_tokens_pk', columns: [t.orgId, t.id] }),
    unique('api_tokens_secret').on(t.orgId, t.secretHash),
    foreignKey({
      name: 'api_tokens_maker',
      columns: [t.orgId, t.createdBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('api_tokens_scopes', sql`${t.scopes} <@ array[${oneOf(TOKEN_SCOPES)}]`),
    tenantPolicy(),
  ],
)

/** The answer to a call of the API: the same call under the same key gets it again instead of being made again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    orgId: orgId(),
    tokenId: uuid('token_id').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of method, path and body. */
    requestHash: text('request_hash').notNull(),
    /** Null while the call is being answered. */
    response: jsonb('response'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'idempotency_keys_pk', columns: [t.orgId, t.tokenId, t.key] }),
    foreignKey({
      name: 'idempotency_keys_token',
      columns: [t.orgId, t.tokenId],
      foreignColumns: [apiTokens.orgId, apiTokens.id],
    }),
    tenantPolicy(),
  ],
)
