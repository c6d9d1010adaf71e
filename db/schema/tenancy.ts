import { sql } from 'drizzle-orm'
import { type AnyPgColumn, customType, pgPolicy, pgRole, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Role of every request inside an organisation. Roles are made by db/migrate.ts: they belong to the server, not to a database. */
export const appRole = pgRole('gyakusan_app').existing()
/** Role of log-in and sign-up, before an organisation is known. */
export const signinRole = pgRole('gyakusan_signin').existing()

const ownRows = sql`org_id = nullif(current_setting('app.org_id', true), '')::uuid`

/** A row is seen and written only inside its own organisation; without one, no row is. */
export function tenantPolicy() {
  return pgPolicy('tenant', { for: 'all', to: appRole, using: ownRows, withCheck: ownRows })
}

/** First column of every tenant table, and of each of its keys and indexes, so that the schema can be distributed on it. */
export const orgId = () => uuid('org_id').notNull()

export const moment = (name: string) => timestamp(name, { withTimezone: true })
export const createdAt = () => moment('created_at').notNull().defaultNow()

/** Money and counts: integers that JavaScript holds exactly (a CHECK would be noise; lib/input refuses larger ones). */
export const integer53 = customType<{ data: number; driverData: string }>({
  dataType: () => 'bigint',
  fromDriver: (value) => Number(value),
})

/** SQL list of allowed words for a CHECK: text + CHECK instead of enums, which a migration cannot change freely. */
export function oneOf(words: readonly string[]) {
  return sql.raw(words.map((word) => `'${word}'`).join(', '))
}

const MONTH = sql.raw(`'^[0-9]{4}-(0[1-9]|1[0-2])$'`)

/** Condition of a CHECK: the text is a month, '2026-04'. */
export function isMonthText(column: AnyPgColumn) {
  return sql`${column} ~ ${MONTH}`
}
