import { and, eq } from 'drizzle-orm'
import { ChangeChannelCreditInput } from '#lib/input/attribution-rules'
import { directChannels, lockedSettings, writeSettings } from '../attribution/settings'
import { channels } from '../schema/funnel'
import { lockedChannel } from './channel'
import { command, type Work } from './command'

/**
 * Says whether a channel stands for people who came by themselves, and what margin its revenue leaves. The former is a
 * rule of the credits and waits like the others.
 * @throws AppError 'invalid', 'forbidden', 'notFound'
 */
export const changeChannelCredit = command(
  { action: 'channel.credit', capability: 'attribution.edit', input: ChangeChannelCreditInput },
  async (work, { channelId, ...after }) => {
    const { tx, actor } = work
    const { isDirect, grossMargin } = await lockedChannel(work, channelId)
    const before = { isDirect, grossMargin }
    if (isDirect === after.isDirect && grossMargin === after.grossMargin) return { value: undefined, audit: null }
    await tx
      .update(channels)
      .set(after)
      .where(and(eq(channels.orgId, actor.orgId), eq(channels.id, channelId)))
    if (isDirect !== after.isDirect) await awaitDirect(work)
    return { value: undefined, audit: { subjectId: channelId, before, after } }
  },
)

async function awaitDirect(work: Work): Promise<void> {
  const settings = await lockedSettings(work.tx, work.actor.orgId)
  const rules = settings.pending ?? settings.rules
  const direct = await directChannels(work.tx, work.actor.orgId)
  await writeSettings(work, { ...settings, pending: { ...rules, direct } })
}
