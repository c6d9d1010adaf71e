import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { organisations } from './organisation'
import { createdAt, orgId, tenantPolicy } from './tenancy'

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
