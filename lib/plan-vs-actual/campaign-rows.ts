import type { StageKey } from '#lib/funnel/stages'
import { monthOf, monthsBetween } from '#lib/month'
import type { CampaignRow, LedgerCampaign } from './ledger'
import type { PlanAndActuals } from './ledger-of'
import { LedgerSheet } from './ledger-sheet'

/** Where a channel of a team starts; a stage before it counts for nothing. */
export type EntryOf = (teamId: string, channelId: string) => StageKey | undefined

/**
 * A channel's rows divided by campaign: planned entries at its entry stage and budget as cost in the month in which the
 * campaign starts, and what was entered for the campaign, this year and last. An archived one plans nothing.
 */
export function campaignRowsOf(source: PlanAndActuals, entryOf: EntryOf): CampaignRow[] {
  return source.campaigns.flatMap((campaign) => {
    const sheet = new LedgerSheet()
    const address = { teamId: campaign.teamId, line: 'channel', channelId: campaign.channelId } as const
    const start = monthsBetween(source.year.first, monthOf(campaign.startsOn))
    const plan = (metric: string | undefined, amount: number | null) => {
      if (metric === undefined || amount === null || campaign.archivedAt !== null || start < 0 || start > 11) return
      sheet.plan({ ...address, metric }, [...Array<null>(start).fill(null), amount])
    }
    plan(entryOf(campaign.teamId, campaign.channelId), campaign.plannedEntries)
    plan('cost', campaign.budget)
    sheet.enter(
      source.actuals.filter((actual) => actual.campaignId === campaign.id),
      source.year,
    )
    return sheet.rows().map((row) => ({ ...row, campaignId: campaign.id }))
  })
}

/** The campaigns that a row speaks of, and those that run in the year. */
export function campaignsIn({ campaigns, year }: PlanAndActuals, rows: readonly CampaignRow[]): LedgerCampaign[] {
  const spoken = new Set(rows.map((row) => row.campaignId))
  return campaigns
    .filter(({ id, startsOn, endsOn, archivedAt }) => {
      const runs = monthOf(startsOn) <= year.last && monthOf(endsOn) >= year.first
      return spoken.has(id) || (runs && archivedAt === null)
    })
    .map(({ archivedAt: _, ...campaign }) => campaign)
}
