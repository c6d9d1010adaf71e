import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { MOVED_KINDS } from '#lib/records/account-merge'
import { organisations } from './organisation'
import { memberships } from './people'
import { createdAt, moment, oneOf, orgId, tenantPolicy } from './tenancy'

/** A company that leads and opportunities belong to: by the CRM's id, else by its normalised name. */
export const accounts = pgTable(
  'accounts',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    externalId: text('external_id'),
    name: text('name').notNull(),
    /** lib/records/account-name.ts */
    nameKey: text('name_key').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'accounts_pk', columns: [t.orgId, t.id] }),
    foreignKey({ name: 'accounts_organisation', columns: [t.orgId], foreignColumns: [organisations.orgId] }),
    unique('accounts_external').on(t.orgId, t.externalId),
    uniqueIndex('accounts_name').on(t.orgId, t.nameKey).where(sql`${t.externalId} is null`),
    index('accounts_any_name').on(t.orgId, t.nameKey),
    tenantPolicy(),
  ],
)

/**
 * Somebody said that two accounts are one company. While the merge stands, whatever names the merged account means the
 * other: the row itself stays, so that its CRM id and its name are still known, and the merge can be undone.
 */
export const accountMerges = pgTable(
  'account_merges',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    fromId: uuid('from_id').notNull(),
    intoId: uuid('into_id').notNull(),
    mergedBy: uuid('merged_by').notNull(),
    mergedAt: moment('merged_at').notNull(),
    undoneBy: uuid('undone_by'),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    primaryKey({ name: 'account_merges_pk', columns: [t.orgId, t.id] }),
    // An account is merged into one other at a time.
    uniqueIndex('account_merges_standing').on(t.orgId, t.fromId).where(sql`${t.undoneAt} is null`),
    index('account_merges_into').on(t.orgId, t.intoId).where(sql`${t.undoneAt} is null`),
    index('account_merges_at').on(t.orgId, t.mergedAt, t.id),
    ...(
      [
        ['account_merges_from_fk', t.fromId],
        ['account_merges_into_fk', t.intoId],
      ] as const
    ).map(([name, column]) =>
      foreignKey({ name, columns: [t.orgId, column], foreignColumns: [accounts.orgId, accounts.id] }),
    ),
    foreignKey({
      name: 'account_merges_maker',
      columns: [t.orgId, t.mergedBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    foreignKey({
      name: 'account_merges_undoer',
      columns: [t.orgId, t.undoneBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('account_merges_two', sql`${t.fromId} <> ${t.intoId}`),
    check('account_merges_undone', sql`(${t.undoneAt} is null) = (${t.undoneBy} is null)`),
    tenantPolicy(),
  ],
)

/** A record that a merge moved to the other account: what undoing it moves back. */
export const accountMoves = pgTable(
  'account_moves',
  {
    orgId: orgId(),
    mergeId: uuid('merge_id').notNull(),
    recordId: uuid('record_id').notNull(),
    kind: text('kind', { enum: MOVED_KINDS }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'account_moves_pk', columns: [t.orgId, t.mergeId, t.recordId] }),
    foreignKey({
      name: 'account_moves_merge',
      columns: [t.orgId, t.mergeId],
      foreignColumns: [accountMerges.orgId, accountMerges.id],
    }),
    check('account_moves_kind', sql`${t.kind} in (${oneOf(MOVED_KINDS)})`),
    tenantPolicy(),
  ],
)
