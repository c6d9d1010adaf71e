import { and, eq, sql } from 'drizzle-orm'
import { invalid } from '#lib/errors'
import { AddChannelInput } from '#lib/input/organisation'
import { newId } from '../id'
import { channels, stages } from '../schema/funnel'
import { command, type Work } from './command'

/** Colours of the palette; the seventh channel and later ones share 0. */
const COLOURS = 6

/** Adds a channel after the others, in the palette's next colour. Answers its id. */
export const addChannel = command(
  { action: 'channel.add', capability: 'organisation.edit', input: AddChannelInput },
  async (work, { name, defaultEntry, isMarketing }) => {
    const { tx, actor } = work
    await requireStage(work, defaultEntry)
    const position = await nextPosition(work)
    const channelId = newId()
    const channel = { name, defaultEntry, isMarketing, position, colour: position <= COLOURS ? position : 0 }
    await tx.insert(channels).values({ orgId: actor.orgId, id: channelId, ...channel })
    return { value: { channelId }, audit: { subjectId: channelId, before: null, after: channel } }
  },
)

async function requireStage({ tx, actor }: Work, key: string): Promise<void> {
  const found = await tx
    .select({ key: stages.key })
    .from(stages)
    .where(and(eq(stages.orgId, actor.orgId), eq(stages.key, key)))
  if (found.length === 0) throw invalid('invalid', { defaultEntry: 'stageUnknown' })
}

async function nextPosition({ tx, actor }: Work): Promise<number> {
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${channels.position}), 0)::int` })
    .from(channels)
    .where(eq(channels.orgId, actor.orgId))
  return (last?.position ?? 0) + 1
}
