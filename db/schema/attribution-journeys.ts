import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { OPPORTUNITY_STATES } from '#lib/records/opportunity'
import { ofTeam } from './record'
import { integer53, oneOf, orgId, tenantPolicy } from './tenancy'

/**
 * An opportunity with the touches that may be credited for it: facts before any rule, as the rollup last saw them. No
 * key to the opportunity: what it was credited with must be known when it is gone.
 */
export const attributionJourneys = pgTable(
  'attribution_journeys',
  {
    orgId: orgId(),
    opportunityId: uuid('opportunity_id').notNull(),
    teamId: uuid('team_id').notNull(),
    state: text('state', { enum: OPPORTUNITY_STATES }).notNull(),
    isNew: boolean('is_new').notNull(),
    /** 0 where the opportunity has none. */
    amount: integer53('amount').notNull(),
    createdOn: date('created_on').notNull(),
    closedOn: date('closed_on'),
    /** The account's earliest lead up to the day of creation; a moment of milliseconds, of a bare day its end. */
    leadAt: integer53('lead_at'),
    leadOn: date('lead_on'),
    /** Whose people are asked for that lead: the opportunity's account, and the person whom it came from. */
    accountId: uuid('account_id'),
    leadId: uuid('lead_id'),
    /** Of the touches, in the order of time: milliseconds, days since 1970 in the organisation's calendar, and whose. */
    touchAts: integer53('touch_ats').array().notNull(),
    touchDays: integer('touch_days').array().notNull(),
    touchChannels: uuid('touch_channels').array().notNull(),
    touchCampaigns: uuid('touch_campaigns').array().notNull(),
    touchOwns: boolean('touch_owns').array().notNull(),
  },
  (t) => [
    primaryKey({ name: 'attribution_journeys_pk', columns: [t.orgId, t.opportunityId] }),
    // Without the opportunity's id in the key: one is always looked up by the primary key. The first includes it, with
    // amount and kind of business (migration 0020): the list of won deals reads no other.
    index('attribution_journeys_won').on(t.orgId, t.teamId, t.closedOn).where(sql`${t.state} = 'won'`),
    index('attribution_journeys_created').on(t.orgId, t.teamId, t.createdOn),
    ofTeam('attribution_journeys', t),
    check('attribution_journeys_state', sql`${t.state} in (${oneOf(OPPORTUNITY_STATES)})`),
    check(
      'attribution_journeys_touches',
      sql`cardinality(${t.touchAts}) = cardinality(${t.touchDays}) and cardinality(${t.touchAts}) = cardinality(${t.touchChannels})
        and cardinality(${t.touchAts}) = cardinality(${t.touchCampaigns}) and cardinality(${t.touchAts}) = cardinality(${t.touchOwns})`,
    ),
    tenantPolicy(),
  ],
)
