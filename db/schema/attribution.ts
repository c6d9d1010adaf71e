import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { MODELS } from '#lib/attribution/models'
import { organisations } from './organisation'
import { memberships } from './people'
import { integer53, moment, oneOf, orgId, tenantPolicy } from './tenancy'

export const RUN_STATES = ['running', 'done', 'abandoned'] as const

/** How an organisation credits its deals: the rules that its figures stand by, and those that a rebuild is to bring. */
export const attributionSettings = pgTable(
  'attribution_settings',
  {
    orgId: orgId(),
    /** lib/attribution/kept-rules.ts */
    rules: jsonb('rules').notNull(),
    /** Saved, and not yet in the figures. */
    pending: jsonb('pending'),
    defaultModel: text('default_model', { enum: MODELS }).notNull(),
    /** In hundredths of a percent; null: not entered. */
    grossMargin: integer('gross_margin'),
    /** Null: nobody ever saved any, they are the usual ones. */
    savedBy: uuid('saved_by'),
    savedAt: moment('saved_at'),
  },
  (t) => [
    primaryKey({ name: 'attribution_settings_pk', columns: [t.orgId] }),
    foreignKey({
      name: 'attribution_settings_organisation',
      columns: [t.orgId],
      foreignColumns: [organisations.orgId],
    }),
    foreignKey({
      name: 'attribution_settings_saver',
      columns: [t.orgId, t.savedBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('attribution_settings_model', sql`${t.defaultModel} in (${oneOf(MODELS)})`),
    check('attribution_settings_margin', sql`${t.grossMargin} between 0 and 10000`),
    tenantPolicy(),
  ],
)

/**
 * Opportunities whose journey may have changed since it was kept. One that is gone stays here until its credits are
 * taken back, so nothing points at the opportunities themselves. Nor at the organisation: the policy lets nobody write
 * another one's rows, and asking for it a thousand times was a quarter of the cost of a thousand marks.
 */
export const attributionDirty = pgTable(
  'attribution_dirty',
  {
    orgId: orgId(),
    opportunityId: uuid('opportunity_id').notNull(),
    markedAt: moment('marked_at').notNull(),
    /** False: only when its people became leads; its touches are those that were kept. */
    isTouched: boolean('is_touched').notNull().default(true),
  },
  (t) => [primaryKey({ name: 'attribution_dirty_pk', columns: [t.orgId, t.opportunityId] }), tenantPolicy()],
)

/** All credits of an organisation are computed anew. One that has written nothing for long has no server behind it. */
export const attributionRuns = pgTable(
  'attribution_runs',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    state: text('state', { enum: RUN_STATES }).notNull(),
    /** Opportunities that were read, of how many. */
    done: integer53('done').notNull(),
    total: integer53('total').notNull(),
    startedAt: moment('started_at').notNull(),
    activeAt: moment('active_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    primaryKey({ name: 'attribution_runs_pk', columns: [t.orgId, t.id] }),
    uniqueIndex('attribution_runs_running').on(t.orgId).where(sql`${t.state} = 'running'`),
    index('attribution_runs_started').on(t.orgId, t.startedAt, t.id),
    foreignKey({ name: 'attribution_runs_organisation', columns: [t.orgId], foreignColumns: [organisations.orgId] }),
    check('attribution_runs_state', sql`${t.state} in (${oneOf(RUN_STATES)})`),
    check('attribution_runs_finished', sql`(${t.state} = 'running') = (${t.finishedAt} is null)`),
    tenantPolicy(),
  ],
)
