import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from './organisation'
import { moment, orgId, tenantPolicy } from './tenancy'

/** Who changed what, before and after. Written by every command inside its transaction; never changed (grants). */
export const auditLog = pgTable(
  'audit_log',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    at: moment('at').notNull().defaultNow(),
    userId: uuid('user_id').notNull(),
    /** The command: 'plan.activate', 'actuals.save' … */
    action: text('action').notNull(),
    subjectId: uuid('subject_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (t) => [
    primaryKey({ name: 'audit_log_pk', columns: [t.orgId, t.id] }),
    index('audit_log_at').on(t.orgId, t.at),
    index('audit_log_subject').on(t.orgId, t.subjectId, t.at),
    foreignKey({ name: 'audit_log_organisation', columns: [t.orgId], foreignColumns: [organisations.orgId] }),
    tenantPolicy(),
  ],
)
