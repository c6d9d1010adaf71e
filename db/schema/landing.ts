import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { LANDING_LINES } from '#lib/monthly-actual'
import { memberships } from './people'
import { teams } from './teams'
import { integer53, isMonthText, moment, oneOf, orgId, tenantPolicy } from './tenancy'

/** What somebody expects of a coming month on a line, in the place of its plan. Without one there is no row. */
export const landingOverrides = pgTable(
  'landing_overrides',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    month: text('month').notNull(),
    line: text('line', { enum: LANDING_LINES }).notNull(),
    amount: integer53('amount').notNull(),
    reason: text('reason').notNull(),
    setAt: moment('set_at').notNull(),
    setBy: uuid('set_by').notNull(),
  },
  (t) => [
    primaryKey({ name: 'landing_overrides_pk', columns: [t.orgId, t.teamId, t.month, t.line] }),
    foreignKey({
      name: 'landing_overrides_team',
      columns: [t.orgId, t.teamId],
      foreignColumns: [teams.orgId, teams.id],
    }),
    foreignKey({
      name: 'landing_overrides_setter',
      columns: [t.orgId, t.setBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('landing_overrides_month', isMonthText(t.month)),
    check('landing_overrides_line', sql`${t.line} in (${oneOf(LANDING_LINES)})`),
    check('landing_overrides_amount', sql`${t.amount} >= 0`),
    tenantPolicy(),
  ],
)
