import { sql } from 'drizzle-orm'
import { check, numeric, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { MONEY_UNITS } from '#lib/format'
import { CURRENCIES } from '#lib/input/account'
import {
  MOST_AGREED_DAYS,
  MOST_INFLUENCE_DAYS,
  NEGATIVE_STYLES,
  USUAL_AGREED_DAYS,
  USUAL_INFLUENCE_DAYS,
} from '#lib/organisation'
import { createdAt, integer53, oneOf, tenantPolicy } from './tenancy'

/** The tenant itself. `data_version` is raised by the last statement of every command; caches are keyed by it. */
export const organisations = pgTable(
  'organisations',
  {
    orgId: uuid('org_id').primaryKey(),
    name: text('name').notNull(),
    currency: text('currency', { enum: CURRENCIES }).notNull(),
    fiscalStart: smallint('fiscal_start').notNull(),
    timeZone: text('time_zone').notNull(),
    unit: text('unit', { enum: MONEY_UNITS }).notNull(),
    negativeStyle: text('negative_style', { enum: NEGATIVE_STYLES }).notNull(),
    goodFrom: numeric('good_from', { mode: 'number' }).notNull(),
    watchFrom: numeric('watch_from', { mode: 'number' }).notNull(),
    /** Days within which sales agreed to work on a lead (DOMAIN §8). */
    agreedDays: smallint('agreed_days').notNull().default(USUAL_AGREED_DAYS),
    /** Days before creation and close in which a touch influences (DOMAIN §8). */
    influenceDays: smallint('influence_days').notNull().default(USUAL_INFLUENCE_DAYS),
    /** Key of the HMAC under which mail addresses of leads are compared: 32 random bytes in hex. */
    emailKey: text('email_key').notNull(),
    dataVersion: integer53('data_version').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    tenantPolicy(),
    check('organisations_currency', sql`${t.currency} in (${oneOf(CURRENCIES)})`),
    check('organisations_fiscal_start', sql`${t.fiscalStart} between 1 and 12`),
    check('organisations_unit', sql`${t.unit} in (${oneOf(MONEY_UNITS)})`),
    check('organisations_negative_style', sql`${t.negativeStyle} in (${oneOf(NEGATIVE_STYLES)})`),
    check('organisations_agreed_days', sql`${t.agreedDays} between 0 and ${sql.raw(String(MOST_AGREED_DAYS))}`),
    check(
      'organisations_influence_days',
      sql`${t.influenceDays} between 1 and ${sql.raw(String(MOST_INFLUENCE_DAYS))}`,
    ),
    check('organisations_thresholds', sql`${t.watchFrom} > 0 and ${t.watchFrom} <= ${t.goodFrom}`),
  ],
)
