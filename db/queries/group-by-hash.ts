import { sql } from 'drizzle-orm'
import type { Tx } from '../client'

/**
 * From here on a transaction groups rows by hash. An organisation passes for a two-hundredth of the table (decision
 * 013); so few rows Postgres would sort by every key, texts by the rules of a language: half the time of such a read.
 */
export async function groupByHash(tx: Tx): Promise<void> {
  await tx.execute(sql`set local enable_sort = off`)
}
