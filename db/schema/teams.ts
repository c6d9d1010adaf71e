import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { organisations } from './organisation'
import { createdAt, integer53, moment, orgId, tenantPolicy } from './tenancy'

/** Owns plans and actuals. One per organisation is the root: its page is the whole, and it is never archived. */
export const teams = pgTable(
  'teams',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    isRoot: boolean('is_root').notNull().default(false),
    /** Raised by each save of actuals, which thereby queue up; the cells of the save carry it as their version. */
    actualsVersion: integer53('actuals_version').notNull().default(0),
    archivedAt: moment('archived_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'teams_pk', columns: [t.orgId, t.id] }),
    foreignKey({ name: 'teams_organisation', columns: [t.orgId], foreignColumns: [organisations.orgId] }),
    uniqueIndex('teams_root').on(t.orgId).where(sql`${t.isRoot}`),
    uniqueIndex('teams_name').on(t.orgId, t.name).where(sql`${t.archivedAt} is null`),
    check('teams_root_stays', sql`not (${t.isRoot} and ${t.archivedAt} is not null)`),
    tenantPolicy(),
  ],
)
