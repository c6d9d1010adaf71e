import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { LINES } from '#lib/monthly-actual'
import { campaigns, channels } from './funnel'
import { memberships } from './people'
import { teams } from './teams'
import { integer53, isMonthText, moment, oneOf, orgId, tenantPolicy } from './tenancy'

/** One entered cell. A blank cell has no row: blank is not 0. */
export const monthlyActuals = pgTable(
  'monthly_actuals',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    /** '2026-04' */
    month: text('month').notNull(),
    line: text('line', { enum: LINES }).notNull(),
    channelId: uuid('channel_id'),
    campaignId: uuid('campaign_id'),
    /** A stage key, 'revenue' or 'cost'. */
    metric: text('metric').notNull(),
    /** A count, or money in the currency's minor unit. */
    value: integer53('value').notNull(),
    /** The team's actuals_version at the save that wrote it: never seen twice on a cell, also after it was blank. */
    version: integer53('version').notNull(),
    updatedBy: uuid('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'monthly_actuals_pk', columns: [t.orgId, t.id] }),
    unique('monthly_actuals_cell')
      .on(t.orgId, t.teamId, t.month, t.line, t.channelId, t.campaignId, t.metric)
      .nullsNotDistinct(),
    foreignKey({ name: 'monthly_actuals_team', columns: [t.orgId, t.teamId], foreignColumns: [teams.orgId, teams.id] }),
    foreignKey({
      name: 'monthly_actuals_channel',
      columns: [t.orgId, t.channelId],
      foreignColumns: [channels.orgId, channels.id],
    }),
    foreignKey({
      name: 'monthly_actuals_campaign',
      columns: [t.orgId, t.teamId, t.channelId, t.campaignId],
      foreignColumns: [campaigns.orgId, campaigns.teamId, campaigns.channelId, campaigns.id],
    }),
    foreignKey({
      name: 'monthly_actuals_editor',
      columns: [t.orgId, t.updatedBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('monthly_actuals_month', isMonthText(t.month)),
    check('monthly_actuals_line', sql`${t.line} in (${oneOf(LINES)})`),
    check(
      'monthly_actuals_owner',
      sql`(${t.line} = 'channel') = (${t.channelId} is not null) and (${t.campaignId} is null or ${t.channelId} is not null)`,
    ),
    check('monthly_actuals_metric', sql`${t.line} = 'channel' or ${t.metric} = 'revenue'`),
    // Corrections may take money below zero; a count never is.
    check('monthly_actuals_value', sql`${t.value} >= 0 or ${t.metric} in ('revenue', 'cost')`),
    tenantPolicy(),
  ],
)
