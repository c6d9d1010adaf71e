import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { PLAN_STATES } from '#lib/plan-version'
import { channels, stages } from './funnel'
import { memberships } from './people'
import { teams } from './teams'
import { createdAt, integer53, moment, oneOf, orgId, tenantPolicy } from './tenancy'

export const SPREAD_KINDS = ['weights', 'amounts'] as const
export const ROUNDINGS = ['stage', 'exact'] as const

/** One version of a team's plan for a fiscal year. Every input may be missing or odd while it is a draft. */
export const planVersions = pgTable(
  'plan_versions',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    year: smallint('year').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: PLAN_STATES }).notNull().default('draft'),
    /** Raised by each save: who saves must have seen the latest. */
    revision: integer('revision').notNull().default(1),
    reason: text('reason'),
    revenueGoal: integer53('revenue_goal'),
    existing: integer53('existing'),
    salesSourced: integer53('sales_sourced'),
    spreadKind: text('spread_kind', { enum: SPREAD_KINDS }).notNull(),
    nextYearGrowth: numeric('next_year_growth'),
    rounding: text('rounding', { enum: ROUNDINGS }).notNull(),
    /** Capacity of sales: people, and opportunities that one of them handles in a month. */
    salesPeople: integer('sales_people'),
    opportunitiesPerPerson: numeric('opportunities_per_person'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').notNull(),
    activatedAt: moment('activated_at'),
    activatedBy: uuid('activated_by'),
  },
  (t) => [
    primaryKey({ name: 'plan_versions_pk', columns: [t.orgId, t.id] }),
    unique('plan_versions_number').on(t.orgId, t.teamId, t.year, t.version),
    uniqueIndex('plan_versions_active').on(t.orgId, t.teamId, t.year).where(sql`${t.state} = 'active'`),
    foreignKey({ name: 'plan_versions_team', columns: [t.orgId, t.teamId], foreignColumns: [teams.orgId, teams.id] }),
    foreignKey({
      name: 'plan_versions_creator',
      columns: [t.orgId, t.createdBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    foreignKey({
      name: 'plan_versions_activator',
      columns: [t.orgId, t.activatedBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('plan_versions_state', sql`${t.state} in (${oneOf(PLAN_STATES)})`),
    check('plan_versions_spread', sql`${t.spreadKind} in (${oneOf(SPREAD_KINDS)})`),
    check('plan_versions_rounding', sql`${t.rounding} in (${oneOf(ROUNDINGS)})`),
    check(
      'plan_versions_activated',
      sql`${t.state} = 'draft' or (${t.activatedAt} is not null and ${t.activatedBy} is not null)`,
    ),
    tenantPolicy(),
  ],
)

/** How the KGI is spread: a weight or an amount for each of the fiscal year's twelve months (0 = its first). */
export const planMonths = pgTable(
  'plan_months',
  {
    orgId: orgId(),
    planId: uuid('plan_id').notNull(),
    monthIndex: smallint('month_index').notNull(),
    value: numeric('value'),
  },
  (t) => [
    primaryKey({ name: 'plan_months_pk', columns: [t.orgId, t.planId, t.monthIndex] }),
    foreignKey({
      name: 'plan_months_plan',
      columns: [t.orgId, t.planId],
      foreignColumns: [planVersions.orgId, planVersions.id],
    }).onDelete('cascade'),
    check('plan_months_index', sql`${t.monthIndex} between 0 and 11`),
    tenantPolicy(),
  ],
)

export const planChannels = pgTable(
  'plan_channels',
  {
    orgId: orgId(),
    planId: uuid('plan_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    position: smallint('position').notNull(),
    /** Fraction of the marketing goal: 0.5 is 50 %. */
    share: numeric('share'),
    entry: text('entry').notNull(),
    dealSize: integer53('deal_size'),
    unitCostStage: text('unit_cost_stage'),
    unitCost: integer53('unit_cost'),
    fixedCostPerMonth: integer53('fixed_cost_per_month'),
    /** Its entries are those of its campaigns. */
    scheduled: boolean('scheduled').notNull().default(false),
    /** Entries beyond what the goal asks for: 0.032 is +3.2 %. */
    entryUplift: numeric('entry_uplift'),
    /** Benchmark or ground of the assumptions, with source and year. */
    note: text('note'),
  },
  (t) => [
    primaryKey({ name: 'plan_channels_pk', columns: [t.orgId, t.planId, t.channelId] }),
    unique('plan_channels_position').on(t.orgId, t.planId, t.position),
    foreignKey({
      name: 'plan_channels_plan',
      columns: [t.orgId, t.planId],
      foreignColumns: [planVersions.orgId, planVersions.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'plan_channels_channel',
      columns: [t.orgId, t.channelId],
      foreignColumns: [channels.orgId, channels.id],
    }),
    foreignKey({
      name: 'plan_channels_entry',
      columns: [t.orgId, t.entry],
      foreignColumns: [stages.orgId, stages.key],
    }),
    foreignKey({
      name: 'plan_channels_cost_stage',
      columns: [t.orgId, t.unitCostStage],
      foreignColumns: [stages.orgId, stages.key],
    }),
    tenantPolicy(),
  ],
)

/** Rate and lag from the stage before to `to_stage`. The lag is a number of months, or a measured curve. */
export const planTransitions = pgTable(
  'plan_transitions',
  {
    orgId: orgId(),
    planId: uuid('plan_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    toStage: text('to_stage').notNull(),
    /** Fraction: 0.012 is 1.2 %. */
    rate: numeric('rate'),
    lagMonths: numeric('lag_months'),
    /** Shares arriving after 0, 1, 2 … months. */
    lagCurve: numeric('lag_curve').array(),
  },
  (t) => [
    primaryKey({ name: 'plan_transitions_pk', columns: [t.orgId, t.planId, t.channelId, t.toStage] }),
    foreignKey({
      name: 'plan_transitions_channel',
      columns: [t.orgId, t.planId, t.channelId],
      foreignColumns: [planChannels.orgId, planChannels.planId, planChannels.channelId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'plan_transitions_stage',
      columns: [t.orgId, t.toStage],
      foreignColumns: [stages.orgId, stages.key],
    }),
    check('plan_transitions_lag', sql`${t.lagMonths} is null or ${t.lagCurve} is null`),
    tenantPolicy(),
  ],
)
