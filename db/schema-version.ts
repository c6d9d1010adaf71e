import { asSignin } from './client'
import { codeOf } from './faults'
import journal from './migrations/meta/_journal.json'

/** Once current, a database stays so: migrations only ever add. */
let known = false

/** Whether the database has the newest migration of this build. A newer database is current too (expand, then contract). */
export async function schemaIsCurrent(): Promise<boolean> {
  known ||= await asSignin(async (tx) => {
    const newest = Math.max(...journal.entries.map(({ when }) => when))
    const { rows } = await tx.$client.query<{ current: boolean }>(
      'select exists (select from drizzle.__drizzle_migrations where created_at >= $1) as current',
      [newest],
    )
    return rows[0]?.current ?? false
  }).catch(notYet)
  return known
}

/** No role, schema or table, or no right to it: not migrated. An outage stays an error. */
function notYet(error: unknown): false {
  if (['22023', '3F000', '42P01', '42501'].includes(codeOf(error) ?? '')) return false
  throw error
}
