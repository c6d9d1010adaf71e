import { and, eq } from 'drizzle-orm'
import type { Campaign } from '#lib/campaign'
import { conflict, notFound } from '#lib/errors'
import { campaignsIn } from '../queries/campaigns'
import { monthlyActuals } from '../schema/actuals'
import { campaigns } from '../schema/funnel'
import { lockedChannel } from './channel'
import { lockedTeam, type Work } from './command'

/** The team of a campaign, locked; nothing is planned for an archived one. */
export async function lockedOpenTeam(work: Work, teamId: string): Promise<void> {
  const team = await lockedTeam(work, teamId)
  if (team.archivedAt) throw conflict('teamArchived')
}

/** The campaign, locked with its team against other commands; another organisation's, or one out of reach, is not found. */
export async function lockedCampaign(work: Work, campaignId: string): Promise<Campaign> {
  const read = async () => (await campaignsIn(work.tx, work.actor.orgId, eq(campaigns.id, campaignId)))[0]
  const found = await read()
  if (!found) throw notFound()
  await lockedOpenTeam(work, found.teamId)
  return (await read()) ?? found
}

/** A channel that new campaigns may run in. */
export async function requireOpenChannel(work: Work, channelId: string): Promise<void> {
  const channel = await lockedChannel(work, channelId)
  if (channel.archivedAt) throw conflict('channelArchived')
}

/** Whether anything was entered for a campaign. */
export async function hasActuals({ tx, actor }: Work, campaignId: string): Promise<boolean> {
  const found = await tx
    .select({ id: monthlyActuals.id })
    .from(monthlyActuals)
    .where(and(eq(monthlyActuals.orgId, actor.orgId), eq(monthlyActuals.campaignId, campaignId)))
    .limit(1)
  return found.length > 0
}
