import { and, eq } from 'drizzle-orm'
import { RenameChannelInput } from '#lib/input/organisation'
import { channels } from '../schema/funnel'
import { lockedChannel } from './channel'
import { command } from './command'

export const renameChannel = command(
  { action: 'channel.rename', capability: 'organisation.edit', input: RenameChannelInput },
  async (work, { channelId, name }) => {
    const { tx, actor } = work
    const channel = await lockedChannel(work, channelId)
    await tx
      .update(channels)
      .set({ name })
      .where(and(eq(channels.orgId, actor.orgId), eq(channels.id, channelId)))
    return { value: undefined, audit: { subjectId: channelId, before: { name: channel.name }, after: { name } } }
  },
)
