import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { FORECAST_CATEGORIES, OPPORTUNITY_STATES } from '#lib/records/opportunity'
import { accounts } from './accounts'
import { channels } from './funnel'
import { leads } from './leads'
import { ofCampaign, ofChannel, ofImport, ofTeam, recordColumns } from './record'
import { integer53, oneOf, tenantPolicy } from './tenancy'

/** A deal. Its days are of the organisation's calendar. */
export const opportunities = pgTable(
  'opportunities',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    accountId: uuid('account_id'),
    leadId: uuid('lead_id'),
    teamId: uuid('team_id').notNull(),
    channelId: uuid('channel_id'),
    campaignId: uuid('campaign_id'),
    amount: integer53('amount'),
    stage: text('stage'),
    stageSince: date('stage_since'),
    state: text('state', { enum: OPPORTUNITY_STATES }).notNull(),
    createdOn: date('created_on').notNull(),
    expectedCloseOn: date('expected_close_on'),
    closedOn: date('closed_on'),
    owner: text('owner'),
    forecastCategory: text('forecast_category', { enum: FORECAST_CATEGORIES }),
    /** As the source or a person says; null: not said. */
    isNew: boolean('is_new'),
    lossReason: text('loss_reason'),
    /** Derived by db/records/derived.ts: own channel, else the lead's, else that of the account's first touch. */
    sourceChannelId: uuid('source_channel_id'),
    sourceCampaignId: uuid('source_campaign_id'),
    /** Derived: is_new, else whether the account had won nothing before this one was created. */
    countsAsNew: boolean('counts_as_new').notNull(),
    /** Derived by db/records/influences.ts: the last day of any of marketing's touches not after creation. */
    touchedBeforeCreation: date('touched_before_creation'),
    /** The same, not after close; of one without that day, the last of all. */
    touchedBeforeClose: date('touched_before_close'),
  },
  (t) => [
    primaryKey({ name: 'opportunities_pk', columns: [t.orgId, t.id] }),
    unique('opportunities_identity').on(t.orgId, t.identity),
    // Both include the id (migration 0015: drizzle has no word for it).
    index('opportunities_account').on(t.orgId, t.accountId).where(sql`${t.accountId} is not null`),
    index('opportunities_lead').on(t.orgId, t.leadId).where(sql`${t.leadId} is not null`),
    index('opportunities_created').on(t.orgId, t.teamId, t.createdOn, t.id),
    // Both include what is counted and summed by their day (migration 0020).
    index('opportunities_closed').on(t.orgId, t.teamId, t.closedOn, t.id).where(sql`${t.closedOn} is not null`),
    index('opportunities_open').on(t.orgId, t.teamId, t.expectedCloseOn, t.id).where(sql`${t.state} = 'open'`),
    index('opportunities_owner').on(t.orgId, t.teamId, t.owner).where(sql`${t.owner} is not null`),
    index('opportunities_of_import').on(t.orgId, t.importId).where(sql`${t.importId} is not null`),
    ofTeam('opportunities', t),
    ofChannel('opportunities', t),
    ofCampaign('opportunities', t),
    ofImport('opportunities', t),
    foreignKey({
      name: 'opportunities_account_fk',
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    foreignKey({
      name: 'opportunities_lead_fk',
      columns: [t.orgId, t.leadId],
      foreignColumns: [leads.orgId, leads.id],
    }),
    foreignKey({
      name: 'opportunities_source',
      columns: [t.orgId, t.sourceChannelId],
      foreignColumns: [channels.orgId, channels.id],
    }),
    check('opportunities_state', sql`${t.state} in (${oneOf(OPPORTUNITY_STATES)})`),
    check('opportunities_category', sql`${t.forecastCategory} in (${oneOf(FORECAST_CATEGORIES)})`),
    tenantPolicy(),
  ],
)
