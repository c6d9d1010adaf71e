import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { memberships } from './people'
import { createdAt, moment, orgId, tenantPolicy } from './tenancy'

/** A log-in. Its row, not the cookie, decides whether it still holds. */
export const sessions = pgTable(
  'sessions',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
    /** Written at most once a minute. */
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    primaryKey({ name: 'sessions_pk', columns: [t.orgId, t.id] }),
    index('sessions_user').on(t.orgId, t.userId),
    foreignKey({
      name: 'sessions_member',
      columns: [t.orgId, t.userId],
      foreignColumns: [memberships.orgId, memberships.userId],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
