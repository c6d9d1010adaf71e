import { databaseAnswers } from '#db/readiness'
import { openRoute } from '#server/open-route'

export const dynamic = 'force-dynamic'

/** The database answers and has the schema that this build wants. */
export const GET = openRoute(async () => {
  const ready = await databaseAnswers()
  return Response.json({ ready }, { status: ready ? 200 : 503 })
})
