import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** The month of a date, 'YYYY-MM', and what to group by for it: the month's first day, as no text is made for each row. */
export function monthOf(date: PgColumn): { readonly text: SQL<string>; readonly first: SQL } {
  const first = sql`(${date} - (date_part('day', ${date})::int - 1))`
  return { text: sql<string>`to_char(${first}, 'YYYY-MM')`, first }
}
