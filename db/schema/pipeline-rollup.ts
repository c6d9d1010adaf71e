import { boolean, check, date, foreignKey, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { opportunities } from './opportunities'
import { ofCampaign, ofChannel, ofTeam } from './record'
import { integer53, isMonthText, orgId, tenantPolicy } from './tenancy'

/** How many leads (or opportunities that came from none) reached the same stages in the same months. */
export const journeyRollup = pgTable(
  'journey_rollup',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    /** In which the journey began: as a lead, else as an opportunity. */
    month: text('month').notNull(),
    channelId: uuid('channel_id').notNull(),
    /** Month of each stage that was reached, by the stage's key. */
    reached: jsonb('reached').$type<Readonly<Record<string, string>>>().notNull(),
    records: integer53('records').notNull(),
  },
  (t) => [
    unique('journey_rollup_cell').on(t.orgId, t.teamId, t.month, t.channelId, t.reached),
    ofTeam('journey_rollup', t),
    ofChannel('journey_rollup', t),
    check('journey_rollup_month', isMonthText(t.month)),
    tenantPolicy(),
  ],
)

/** How many leads were passed to sales in a month, by what became of them. */
export const handoverRollup = pgTable(
  'handover_rollup',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    /** In which they were passed. */
    month: text('month').notNull(),
    channelId: uuid('channel_id').notNull(),
    /** Days from passing to the first work; null: not worked on. */
    responseDays: integer('response_days'),
    /** The day of passing of those that were not worked on: their age grows by itself. Null: worked on. */
    passedOn: date('passed_on'),
    isReturned: boolean('is_returned').notNull(),
    returnReason: text('return_reason'),
    records: integer53('records').notNull(),
  },
  (t) => [
    unique('handover_rollup_cell')
      .on(t.orgId, t.teamId, t.month, t.channelId, t.responseDays, t.passedOn, t.isReturned, t.returnReason)
      .nullsNotDistinct(),
    ofTeam('handover_rollup', t),
    ofChannel('handover_rollup', t),
    check('handover_rollup_month', isMonthText(t.month)),
    tenantPolicy(),
  ],
)

/** The last day on which marketing's touches of a channel and campaign reached an opportunity's account or lead. */
export const opportunityInfluences = pgTable(
  'opportunity_influences',
  {
    orgId: orgId(),
    opportunityId: uuid('opportunity_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    campaignId: uuid('campaign_id'),
    /** Not after the day of creation; null: all came later. */
    beforeCreation: date('before_creation'),
    /** Not after the day of close; of one without that day, the last of all. */
    beforeClose: date('before_close'),
  },
  (t) => [
    unique('opportunity_influences_cell').on(t.orgId, t.opportunityId, t.channelId, t.campaignId).nullsNotDistinct(),
    foreignKey({
      name: 'opportunity_influences_opportunity',
      columns: [t.orgId, t.opportunityId],
      foreignColumns: [opportunities.orgId, opportunities.id],
    }).onDelete('cascade'),
    ofChannel('opportunity_influences', t),
    ofCampaign('opportunity_influences', t),
    tenantPolicy(),
  ],
)
