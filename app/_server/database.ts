import { databaseAnswers } from '#db/readiness'
import { schemaIsCurrent } from '#db/schema-version'

/** How long an answer is believed: a request pays for the question at most once in this time. */
const BELIEVED_MS = 1000

let answeredAt = Number.NEGATIVE_INFINITY

/** Whether the database answers and has this build's schema. An outage is noticed within a second, its end at once. */
export async function databaseIsReady(): Promise<boolean> {
  if (performance.now() - answeredAt < BELIEVED_MS) return true
  const ready = (await databaseAnswers()) && (await schemaIsCurrent().catch(() => false))
  if (ready) answeredAt = performance.now()
  return ready
}
