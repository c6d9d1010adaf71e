import { and, eq } from 'drizzle-orm'
import { ChannelId } from '#lib/input/organisation'
import { channels } from '../schema/funnel'
import { lockedChannel } from './channel'
import { command, type Work } from './command'

/** Takes a channel out of use; its history stays. */
export const archiveChannel = command(
  { action: 'channel.archive', capability: 'organisation.edit', input: ChannelId },
  (work, { channelId }) => setArchived(work, channelId, new Date()),
)

/** Brings an archived channel back. */
export const restoreChannel = command(
  { action: 'channel.restore', capability: 'organisation.edit', input: ChannelId },
  (work, { channelId }) => setArchived(work, channelId, null),
)

async function setArchived(work: Work, channelId: string, archivedAt: Date | null) {
  const { tx, actor } = work
  const { archivedAt: before } = await lockedChannel(work, channelId)
  if ((before === null) === (archivedAt === null)) return { value: undefined, audit: null }
  await tx
    .update(channels)
    .set({ archivedAt })
    .where(and(eq(channels.orgId, actor.orgId), eq(channels.id, channelId)))
  return { value: undefined, audit: { subjectId: channelId, before: { archivedAt: before }, after: { archivedAt } } }
}
