import { and, eq } from 'drizzle-orm'
import { CampaignId } from '#lib/input/campaign'
import { campaigns } from '../schema/funnel'
import { lockedCampaign } from './campaign'
import { command, type Work } from './command'

/** Takes a campaign out of the plan; what was entered for it stays. */
export const archiveCampaign = command(
  { action: 'campaign.archive', capability: 'campaign.edit', input: CampaignId },
  (work, { campaignId }) => setArchived(work, campaignId, new Date()),
)

/** Brings an archived campaign back into the plan. */
export const restoreCampaign = command(
  { action: 'campaign.restore', capability: 'campaign.edit', input: CampaignId },
  (work, { campaignId }) => setArchived(work, campaignId, null),
)

async function setArchived(work: Work, campaignId: string, archivedAt: Date | null) {
  const { tx, actor } = work
  const { archivedAt: before } = await lockedCampaign(work, campaignId)
  if ((before === null) === (archivedAt === null)) return { value: undefined, audit: null }
  await tx
    .update(campaigns)
    .set({ archivedAt })
    .where(and(eq(campaigns.orgId, actor.orgId), eq(campaigns.id, campaignId)))
  return { value: undefined, audit: { subjectId: campaignId, before: { archivedAt: before }, after: { archivedAt } } }
}
