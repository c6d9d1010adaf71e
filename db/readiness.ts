import { withClient } from './client'
import { schemaIsCurrent } from './schema-version'

/** How long an answer is believed: a request pays for a question at most once in this time. */
const BELIEVED_MS = 1000

let answeredAt = Number.NEGATIVE_INFINITY

/** Whether the database answers and has the schema of this build. An outage is noticed within a second, its end at once. */
export async function databaseAnswers(): Promise<boolean> {
  if (performance.now() - answeredAt < BELIEVED_MS) return true
  try {
    await withClient((client) => client.query('select 1'))
    if (!(await schemaIsCurrent())) return false
    answeredAt = performance.now()
    return true
  } catch {
    return false
  }
}
