import { databaseIsReady } from '#server/database'
import { openRoute } from '#server/open-route'

export const dynamic = 'force-dynamic'

/** The database answers and has the schema that this build wants. */
export const GET = openRoute(async () => {
  const ready = await databaseIsReady()
  return Response.json({ ready }, { status: ready ? 200 : 503 })
})
