import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisations } from './organisation'
import { teams } from './teams'
import { createdAt, integer53, moment, orgId, tenantPolicy } from './tenancy'

/** Stages of an organisation's funnel, upstream first by position. */
export const stages = pgTable(
  'stages',
  {
    orgId: orgId(),
    key: text('key').notNull(),
    /** Null: the name that the interface gives this key. */
    name: text('name'),
    position: smallint('position').notNull(),
  },
  (t) => [
    primaryKey({ name: 'stages_pk', columns: [t.orgId, t.key] }),
    unique('stages_position').on(t.orgId, t.position),
    foreignKey({ name: 'stages_organisation', columns: [t.orgId], foreignColumns: [organisations.orgId] }),
    // Cells of actuals name a stage, revenue or cost in one column.
    check('stages_key', sql`${t.key} not in ('revenue', 'cost')`),
    tenantPolicy(),
  ],
)

export const channels = pgTable(
  'channels',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** 1 … 6 of the palette, 0 = none. */
    colour: smallint('colour').notNull(),
    isMarketing: boolean('is_marketing').notNull().default(true),
    /** People who came by themselves: last non-direct passes over it. */
    isDirect: boolean('is_direct').notNull().default(false),
    /** In hundredths of a percent of its revenue; null: the organisation's. */
    grossMargin: integer('gross_margin'),
    defaultEntry: text('default_entry').notNull(),
    position: smallint('position').notNull(),
    archivedAt: moment('archived_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'channels_pk', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'channels_entry',
      columns: [t.orgId, t.defaultEntry],
      foreignColumns: [stages.orgId, stages.key],
    }),
    uniqueIndex('channels_name').on(t.orgId, t.name).where(sql`${t.archivedAt} is null`),
    check('channels_colour', sql`${t.colour} between 0 and 6`),
    check('channels_margin', sql`${t.grossMargin} between 0 and 10000`),
    tenantPolicy(),
  ],
)

/** One run of a channel by a team: dates, budget, and the entries planned from it. */
export const campaigns = pgTable(
  'campaigns',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    name: text('name').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    budget: integer53('budget'),
    plannedEntries: integer('planned_entries'),
    archivedAt: moment('archived_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'campaigns_pk', columns: [t.orgId, t.id] }),
    // What a cell of actuals points at: the campaign together with its own team and channel.
    unique('campaigns_of_channel').on(t.orgId, t.teamId, t.channelId, t.id),
    foreignKey({ name: 'campaigns_team', columns: [t.orgId, t.teamId], foreignColumns: [teams.orgId, teams.id] }),
    foreignKey({
      name: 'campaigns_channel',
      columns: [t.orgId, t.channelId],
      foreignColumns: [channels.orgId, channels.id],
    }),
    check('campaigns_dates', sql`${t.startsOn} <= ${t.endsOn}`),
    check('campaigns_amounts', sql`coalesce(${t.budget}, 0) >= 0 and coalesce(${t.plannedEntries}, 0) >= 0`),
    tenantPolicy(),
  ],
)
