import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { stages } from './funnel'
import { ofCampaign, ofChannel, ofImport, ofTeam, recordColumns } from './record'
import { moment, orgId, tenantPolicy } from './tenancy'

/** A person whom marketing found, without name, phone or address. */
export const leads = pgTable(
  'leads',
  {
    ...recordColumns(),
    accountId: uuid('account_id'),
    emailHmac: text('email_hmac'),
    teamId: uuid('team_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    campaignId: uuid('campaign_id'),
    passedAt: moment('passed_at'),
    workedAt: moment('worked_at'),
    returnedAt: moment('returned_at'),
    returnReason: text('return_reason'),
  },
  (t) => [
    primaryKey({ name: 'leads_pk', columns: [t.orgId, t.id] }),
    unique('leads_identity').on(t.orgId, t.identity),
    // Includes the id (migration 0015: drizzle has no word for it).
    index('leads_account').on(t.orgId, t.accountId).where(sql`${t.accountId} is not null`),
    index('leads_email').on(t.orgId, t.emailHmac).where(sql`${t.emailHmac} is not null`),
    index('leads_passed').on(t.orgId, t.teamId, t.passedAt, t.id).where(sql`${t.passedAt} is not null`),
    index('leads_of_import').on(t.orgId, t.importId).where(sql`${t.importId} is not null`),
    ofTeam('leads', t),
    ofChannel('leads', t),
    ofCampaign('leads', t),
    ofImport('leads', t),
    foreignKey({
      name: 'leads_account_fk',
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    tenantPolicy(),
  ],
)

/** When a lead reached a stage: 'lead', 'mql', and the organisation's own before the opportunity. */
export const leadStages = pgTable(
  'lead_stages',
  {
    orgId: orgId(),
    leadId: uuid('lead_id').notNull(),
    stage: text('stage').notNull(),
    reachedAt: moment('reached_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'lead_stages_pk', columns: [t.orgId, t.leadId, t.stage] }),
    index('lead_stages_reached').on(t.orgId, t.stage, t.reachedAt, t.leadId),
    foreignKey({
      name: 'lead_stages_lead',
      columns: [t.orgId, t.leadId],
      foreignColumns: [leads.orgId, leads.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'lead_stages_stage',
      columns: [t.orgId, t.stage],
      foreignColumns: [stages.orgId, stages.key],
    }),
    tenantPolicy(),
  ],
)
