import { saveActuals } from '#db/commands/save-actuals'
import { POST_ACTUALS } from '#lib/api/endpoints'
import { ActualItem, type ItemResult } from '#lib/api/items'
import { AppError } from '#lib/errors'
import { addressOf } from '#lib/input/actuals'
import { readItems } from '#server/api-items'
import { apiRoute, type Call } from '#server/api-route'

type Pushed = Call<typeof POST_ACTUALS.query, typeof POST_ACTUALS.body>
type Read = ReturnType<typeof readItems<typeof ActualItem>>['read']

export const POST = apiRoute(POST_ACTUALS, async (call) => {
  const { read, refused } = readItems(call.body.items, ActualItem, call.say)
  const teams = [...new Set(read.map(({ item }) => item.teamId))]
  const told: ItemResult[] = []
  for (const teamId of teams) {
    told.push(
      ...(await savedOf(
        call,
        teamId,
        read.filter(({ item }) => item.teamId === teamId),
      )),
    )
  }
  return { results: [...refused, ...told].sort((a, b) => a.index - b.index) }
})

/** A team's cells are saved together or not at all; what stands there is overwritten unless a cell names its version. */
async function savedOf({ session, body, say }: Pushed, teamId: string, read: Read): Promise<ItemResult[]> {
  const cells = read.map(({ item: { teamId: _, ...cell } }) => cell)
  try {
    const { conflicts } = await saveActuals(session, { teamId, cells, reason: body.reason ?? null })
    const kept = new Set(conflicts.map(addressOf))
    return read.map(({ index, item }) => {
      return kept.has(addressOf(item)) ? { index, status: 'older' } : { index, status: 'updated' }
    })
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error
    return read.map(({ index }) => ({ index, status: 'refused', fault: say(error.message, error.values) }))
  }
}
