import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { LINES } from '#lib/monthly-actual'
import { memberships } from './people'
import { ofCampaign, ofChannel, ofTeam } from './record'
import { integer53, isMonthText, moment, oneOf, orgId, tenantPolicy } from './tenancy'

/** Figures counted from records, kept in step by the commands that write them; a cell without records has no row. */
export const monthlyRollup = pgTable(
  'monthly_rollup',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    month: text('month').notNull(),
    line: text('line', { enum: LINES }).notNull(),
    channelId: uuid('channel_id'),
    campaignId: uuid('campaign_id'),
    /** A stage key, 'revenue' or 'cost'. */
    metric: text('metric').notNull(),
    value: integer53('value').notNull(),
    /** Records behind the value: a cell may be 0 and yet not empty. */
    records: integer53('records').notNull(),
  },
  (t) => [
    unique('monthly_rollup_cell')
      .on(t.orgId, t.teamId, t.month, t.line, t.channelId, t.campaignId, t.metric)
      .nullsNotDistinct(),
    ofTeam('monthly_rollup', t),
    ofChannel('monthly_rollup', t),
    ofCampaign('monthly_rollup', t),
    check('monthly_rollup_month', isMonthText(t.month)),
    check('monthly_rollup_line', sql`${t.line} in (${oneOf(LINES)})`),
    check('monthly_rollup_owner', sql`(${t.line} = 'channel') = (${t.channelId} is not null)`),
    tenantPolicy(),
  ],
)

/** From which month on a metric of a channel, or the revenue of a line, is counted from records instead of by hand. */
export const countedFrom = pgTable(
  'counted_from',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    line: text('line', { enum: LINES }).notNull(),
    channelId: uuid('channel_id'),
    metric: text('metric').notNull(),
    month: text('month').notNull(),
    chosenBy: uuid('chosen_by').notNull(),
    chosenAt: moment('chosen_at').notNull(),
  },
  (t) => [
    unique('counted_from_cell').on(t.orgId, t.teamId, t.line, t.channelId, t.metric).nullsNotDistinct(),
    ofTeam('counted_from', t),
    ofChannel('counted_from', t),
    foreignKey({
      name: 'counted_from_chooser',
      columns: [t.orgId, t.chosenBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('counted_from_month', isMonthText(t.month)),
    check('counted_from_line', sql`${t.line} in (${oneOf(LINES)})`),
    check('counted_from_owner', sql`(${t.line} = 'channel') = (${t.channelId} is not null)`),
    check('counted_from_metric', sql`${t.line} = 'channel' or ${t.metric} = 'revenue'`),
    tenantPolicy(),
  ],
)
