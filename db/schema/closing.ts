import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { LINES, RESTATEMENT_REASONS } from '#lib/monthly-actual'
import { campaigns, channels } from './funnel'
import { memberships } from './people'
import { teams } from './teams'
import { integer53, isMonthText, moment, oneOf, orgId, tenantPolicy } from './tenancy'

/** A month of a team was frozen, and perhaps opened again: rows stay as the history of both. */
export const monthCloses = pgTable(
  'month_closes',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    month: text('month').notNull(),
    closedAt: moment('closed_at').notNull(),
    closedBy: uuid('closed_by').notNull(),
    reopenedAt: moment('reopened_at'),
    reopenedBy: uuid('reopened_by'),
    reopenReason: text('reopen_reason'),
  },
  (t) => [
    primaryKey({ name: 'month_closes_of_month', columns: [t.orgId, t.teamId, t.month, t.closedAt] }),
    // A month is closed once at a time.
    uniqueIndex('month_closes_standing').on(t.orgId, t.teamId, t.month).where(sql`${t.reopenedAt} is null`),
    foreignKey({ name: 'month_closes_team', columns: [t.orgId, t.teamId], foreignColumns: [teams.orgId, teams.id] }),
    foreignKey({
      name: 'month_closes_closer',
      columns: [t.orgId, t.closedBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    foreignKey({
      name: 'month_closes_reopener',
      columns: [t.orgId, t.reopenedBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('month_closes_month', isMonthText(t.month)),
    check(
      'month_closes_reopened',
      sql`(${t.reopenedAt} is null) = (${t.reopenedBy} is null) and (${t.reopenedAt} is null) = (${t.reopenReason} is null)`,
    ),
    tenantPolicy(),
  ],
)

/** A cell of a frozen month was corrected, with the reason. Null = blank. Never changed (grants). */
export const restatements = pgTable(
  'restatements',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    month: text('month').notNull(),
    /** The close that it corrects: a month that was opened and closed again starts afresh. */
    closedAt: moment('closed_at').notNull(),
    line: text('line', { enum: LINES }).notNull(),
    channelId: uuid('channel_id'),
    campaignId: uuid('campaign_id'),
    metric: text('metric').notNull(),
    before: integer53('before'),
    after: integer53('after'),
    /** In a person's words; null where nobody typed one, and `reasonKey` says why. */
    reason: text('reason'),
    reasonKey: text('reason_key', { enum: RESTATEMENT_REASONS }),
    /** The team's actuals_version at the save: their order. */
    version: integer53('version').notNull(),
    correctedBy: uuid('corrected_by').notNull(),
    correctedAt: moment('corrected_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'restatements_pk', columns: [t.orgId, t.id] }),
    index('restatements_of_team').on(t.orgId, t.teamId, t.month),
    foreignKey({
      name: 'restatements_close',
      columns: [t.orgId, t.teamId, t.month, t.closedAt],
      foreignColumns: [monthCloses.orgId, monthCloses.teamId, monthCloses.month, monthCloses.closedAt],
    }),
    foreignKey({
      name: 'restatements_channel',
      columns: [t.orgId, t.channelId],
      foreignColumns: [channels.orgId, channels.id],
    }),
    foreignKey({
      name: 'restatements_campaign',
      columns: [t.orgId, t.teamId, t.channelId, t.campaignId],
      foreignColumns: [campaigns.orgId, campaigns.teamId, campaigns.channelId, campaigns.id],
    }),
    foreignKey({
      name: 'restatements_editor',
      columns: [t.orgId, t.correctedBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('restatements_line', sql`${t.line} in (${oneOf(LINES)})`),
    check('restatements_reason', sql`(${t.reason} is null) <> (${t.reasonKey} is null)`),
    check('restatements_reason_key', sql`${t.reasonKey} in (${oneOf(RESTATEMENT_REASONS)})`),
    check('restatements_change', sql`${t.before} is distinct from ${t.after}`),
    tenantPolicy(),
  ],
)

/** What a team chose for a fiscal year. */
export const teamYears = pgTable(
  'team_years',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    year: smallint('year').notNull(),
    /** 適用境界月 chosen by hand; null = the last finished month with actuals. */
    actualsThrough: text('actuals_through'),
    chosenAt: moment('chosen_at').notNull(),
    chosenBy: uuid('chosen_by').notNull(),
  },
  (t) => [
    primaryKey({ name: 'team_years_pk', columns: [t.orgId, t.teamId, t.year] }),
    foreignKey({ name: 'team_years_team', columns: [t.orgId, t.teamId], foreignColumns: [teams.orgId, teams.id] }),
    foreignKey({
      name: 'team_years_chooser',
      columns: [t.orgId, t.chosenBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('team_years_month', isMonthText(t.actualsThrough)),
    tenantPolicy(),
  ],
)
