import { and, eq } from 'drizzle-orm'
import { conflict } from '#lib/errors'
import { ChangeCampaignInput } from '#lib/input/campaign'
import { campaigns } from '../schema/funnel'
import { hasActuals, lockedCampaign, requireOpenChannel } from './campaign'
import { command } from './command'

/**
 * Changes what a campaign plans. Its channel stays once something was entered for it.
 * @throws AppError 'conflict' (campaignArchived, campaignHasActuals, channelArchived, teamArchived), 'invalid', 'notFound'
 */
export const changeCampaign = command(
  { action: 'campaign.change', capability: 'campaign.edit', input: ChangeCampaignInput },
  async (work, { campaignId, ...columns }) => {
    const { tx, actor } = work
    const before = await lockedCampaign(work, campaignId)
    if (before.archivedAt) throw conflict('campaignArchived')
    if (before.channelId !== columns.channelId) {
      await requireOpenChannel(work, columns.channelId)
      if (await hasActuals(work, campaignId)) throw conflict('campaignHasActuals')
    }
    await tx
      .update(campaigns)
      .set(columns)
      .where(and(eq(campaigns.orgId, actor.orgId), eq(campaigns.id, campaignId)))
    return { value: undefined, audit: { subjectId: campaignId, before, after: columns } }
  },
)
