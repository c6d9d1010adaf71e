import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { BASES } from '#lib/attribution/credit'
import { TOUCH_MODELS } from '#lib/attribution/models'
import { FROZEN_BASES, RESTATEMENT_CAUSES } from '#lib/attribution/restatement'
import { CUSTOMER_SCOPES } from '#lib/pipeline/contribution'
import { monthCloses } from './closing'
import { ofCampaign, ofChannel, ofTeam } from './record'
import { integer53, isMonthText, moment, oneOf, orgId, tenantPolicy } from './tenancy'

/** Who is credited, in which month, and with how much by each of the models, in the order of TOUCH_MODELS. */
const creditColumns = () => ({
  orgId: orgId(),
  teamId: uuid('team_id').notNull(),
  basis: text('basis', { enum: BASES }).notNull(),
  month: text('month').notNull(),
  isNew: boolean('is_new').notNull(),
  /** Null: 接点なし. */
  channelId: uuid('channel_id'),
  campaignId: uuid('campaign_id'),
  amounts: integer53('amounts').array().notNull(),
  /** Millionths of a deal. */
  dealParts: integer53('deal_parts').array().notNull(),
})

type Credits = Readonly<Record<'basis' | 'month' | 'amounts' | 'dealParts', AnyPgColumn>>

const MODEL_COUNT = sql.raw(String(TOUCH_MODELS.length))

const creditChecks = (name: string, t: Credits) => [
  check(`${name}_basis`, sql`${t.basis} in (${oneOf(BASES)})`),
  check(`${name}_month`, isMonthText(t.month)),
  check(
    `${name}_models`,
    sql`cardinality(${t.amounts}) = ${MODEL_COUNT} and cardinality(${t.dealParts}) = ${MODEL_COUNT}`,
  ),
]

/** Credits of all deals added up: what pages read. A row whose figures are all 0 is not kept. */
export const attributionRollup = pgTable('attribution_rollup', creditColumns(), (t) => [
  unique('attribution_rollup_cell')
    .on(t.orgId, t.teamId, t.basis, t.month, t.isNew, t.channelId, t.campaignId)
    .nullsNotDistinct(),
  ofTeam('attribution_rollup', t),
  ofChannel('attribution_rollup', t),
  ofCampaign('attribution_rollup', t),
  ...creditChecks('attribution_rollup', t),
  tenantPolicy(),
])

const ofClose = (name: string, t: Readonly<Record<'orgId' | 'teamId' | 'month' | 'closedAt', AnyPgColumn>>) =>
  foreignKey({
    name: `${name}_close`,
    columns: [t.orgId, t.teamId, t.month, t.closedAt],
    foreignColumns: [monthCloses.orgId, monthCloses.teamId, monthCloses.month, monthCloses.closedAt],
  })

/** The rollup of a team's month as it was closed. Never changed; it counts while that close stands. */
export const attributionFrozen = pgTable(
  'attribution_frozen',
  { ...creditColumns(), closedAt: moment('closed_at').notNull() },
  (t) => [
    unique('attribution_frozen_cell')
      .on(t.orgId, t.teamId, t.month, t.closedAt, t.basis, t.isNew, t.channelId, t.campaignId)
      .nullsNotDistinct(),
    ofClose('attribution_frozen', t),
    ofChannel('attribution_frozen', t),
    ofCampaign('attribution_frozen', t),
    ...creditChecks('attribution_frozen', t),
    tenantPolicy(),
  ],
)

/** The rules by which a month was frozen: there is one for each close, also where nothing was won. */
export const attributionFrozenRules = pgTable(
  'attribution_frozen_rules',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    month: text('month').notNull(),
    closedAt: moment('closed_at').notNull(),
    rules: jsonb('rules').notNull(),
  },
  (t) => [
    primaryKey({ name: 'attribution_frozen_rules_pk', columns: [t.orgId, t.teamId, t.month, t.closedAt] }),
    ofClose('attribution_frozen_rules', t),
    tenantPolicy(),
  ],
)

/** A deal that records changed after its month was closed: what it was credited by before, and is now. */
export const attributionRestatements = pgTable(
  'attribution_restatements',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    month: text('month').notNull(),
    closedAt: moment('closed_at').notNull(),
    basis: text('basis', { enum: FROZEN_BASES }).notNull(),
    opportunityId: uuid('opportunity_id').notNull(),
    cause: text('cause', { enum: RESTATEMENT_CAUSES }).notNull(),
    isNew: boolean('is_new').notNull(),
    /** Null: the deal did not stand in the month. */
    beforeAmount: integer53('before_amount'),
    afterAmount: integer53('after_amount'),
    beforeTouches: integer('before_touches'),
    afterTouches: integer('after_touches'),
    restatedAt: moment('restated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'attribution_restatements_pk', columns: [t.orgId, t.id] }),
    index('attribution_restatements_of_team').on(t.orgId, t.teamId, t.month, t.closedAt),
    ofClose('attribution_restatements', t),
    check('attribution_restatements_basis', sql`${t.basis} in (${oneOf(FROZEN_BASES)})`),
    check('attribution_restatements_cause', sql`${t.cause} in (${oneOf(RESTATEMENT_CAUSES)})`),
    tenantPolicy(),
  ],
)

/** Markov credits of a team's period: they hang on all of its journeys together, so they are solved once and kept. */
export const attributionMarkov = pgTable(
  'attribution_markov',
  {
    orgId: orgId(),
    teamId: uuid('team_id').notNull(),
    firstMonth: text('first_month').notNull(),
    lastMonth: text('last_month').notNull(),
    scope: text('scope', { enum: CUSTOMER_SCOPES }).notNull(),
    /** The close that keeps it for good; null: of the data as they were at `dataVersion`. */
    closedAt: moment('closed_at'),
    dataVersion: integer53('data_version').notNull(),
    computedAt: moment('computed_at').notNull(),
    /** Of each channel, null for 接点なし: amount and parts of deals. Null: being solved since then. */
    credits: jsonb('credits'),
  },
  (t) => [
    unique('attribution_markov_period')
      .on(t.orgId, t.teamId, t.firstMonth, t.lastMonth, t.scope, t.closedAt)
      .nullsNotDistinct(),
    ofTeam('attribution_markov', t),
    check('attribution_markov_months', sql`${isMonthText(t.firstMonth)} and ${isMonthText(t.lastMonth)}`),
    check('attribution_markov_scope', sql`${t.scope} in (${oneOf(CUSTOMER_SCOPES)})`),
    tenantPolicy(),
  ],
)
