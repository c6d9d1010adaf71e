import { and, eq } from 'drizzle-orm'
import { notFound } from '#lib/errors'
import { channels } from '../schema/funnel'
import type { Work } from './command'

/** The channel, locked against other commands on it; another organisation's is not found. */
export async function lockedChannel({ tx, actor }: Work, channelId: string) {
  const [channel] = await tx
    .select({
      ...{ id: channels.id, name: channels.name, archivedAt: channels.archivedAt },
      ...{ isDirect: channels.isDirect, grossMargin: channels.grossMargin },
    })
    .from(channels)
    .where(and(eq(channels.orgId, actor.orgId), eq(channels.id, channelId)))
    .for('no key update')
  if (!channel) throw notFound()
  return channel
}
