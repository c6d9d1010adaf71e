import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { leads } from './leads'
import { ofCampaign, ofChannel, ofImport, ofTeam, recordColumns } from './record'
import { integer53, isMonthText, moment, tenantPolicy } from './tenancy'

/** One contact of a person or account with a campaign. */
export const touches = pgTable(
  'touches',
  {
    ...recordColumns(),
    accountId: uuid('account_id'),
    leadId: uuid('lead_id'),
    channelId: uuid('channel_id').notNull(),
    campaignId: uuid('campaign_id'),
    at: moment('at').notNull(),
    kind: text('kind'),
  },
  (t) => [
    primaryKey({ name: 'touches_pk', columns: [t.orgId, t.id] }),
    unique('touches_identity').on(t.orgId, t.identity),
    // Both include what a journey asks of a touch (migration 0015: drizzle has no word for it).
    index('touches_account').on(t.orgId, t.accountId, t.at).where(sql`${t.accountId} is not null`),
    index('touches_lead').on(t.orgId, t.leadId, t.at).where(sql`${t.leadId} is not null`),
    index('touches_of_import').on(t.orgId, t.importId).where(sql`${t.importId} is not null`),
    ofChannel('touches', t),
    ofCampaign('touches', t),
    ofImport('touches', t),
    foreignKey({
      name: 'touches_account_fk',
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    foreignKey({ name: 'touches_lead_fk', columns: [t.orgId, t.leadId], foreignColumns: [leads.orgId, leads.id] }),
    tenantPolicy(),
  ],
)

/** What a channel or a campaign cost in a month. */
export const campaignCosts = pgTable(
  'campaign_costs',
  {
    ...recordColumns(),
    teamId: uuid('team_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    campaignId: uuid('campaign_id'),
    month: text('month').notNull(),
    amount: integer53('amount').notNull(),
  },
  (t) => [
    primaryKey({ name: 'campaign_costs_pk', columns: [t.orgId, t.id] }),
    unique('campaign_costs_identity').on(t.orgId, t.identity),
    index('campaign_costs_of_import').on(t.orgId, t.importId).where(sql`${t.importId} is not null`),
    ofTeam('campaign_costs', t),
    ofChannel('campaign_costs', t),
    ofCampaign('campaign_costs', t),
    ofImport('campaign_costs', t),
    check('campaign_costs_month', isMonthText(t.month)),
    tenantPolicy(),
  ],
)
