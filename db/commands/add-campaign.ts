import { AddCampaignInput } from '#lib/input/campaign'
import { newId } from '../id'
import { campaigns } from '../schema/funnel'
import { lockedOpenTeam, requireOpenChannel } from './campaign'
import { command } from './command'

/**
 * Adds a campaign to a team. Answers its id.
 * @throws AppError 'conflict' (teamArchived, channelArchived), 'invalid', 'notFound'
 */
export const addCampaign = command(
  { action: 'campaign.add', capability: 'campaign.edit', input: AddCampaignInput },
  async (work, campaign) => {
    await lockedOpenTeam(work, campaign.teamId)
    await requireOpenChannel(work, campaign.channelId)
    const campaignId = newId()
    await work.tx.insert(campaigns).values({ orgId: work.actor.orgId, id: campaignId, ...campaign })
    return { value: { campaignId }, audit: { subjectId: campaignId, before: null, after: campaign } }
  },
)
