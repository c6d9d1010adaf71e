import { addMonths, type FiscalYear, fiscalYear, type Month, monthNumber, monthOf } from '#lib/month'
import type { Actor } from '#lib/permissions'
import { addCampaign } from '../commands/add-campaign'
import { campaignsOf } from '../queries/campaigns'
import { COMPANY, type TeamPlan, type YearlyEvent } from './company'
import type { ChannelIds } from './drafts'

/** A campaign of the sample company, as it is added. */
export type SampleCampaign = {
  readonly channel: '展示会' | 'セミナー'
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
  readonly plannedEntries: number
  readonly budget: number
  /** Months in which people enter through it. */
  readonly months: readonly Month[]
}

/** A team's campaigns of a fiscal year, a tenth smaller for each year that it lies before this one. */
export function campaignsIn({ exhibitions, seminars }: TeamPlan, year: number, yearsAgo: number): SampleCampaign[] {
  const span = fiscalYear(year, COMPANY.fiscalStart)
  const size = 0.9 ** yearsAgo
  return [
    ...exhibitions.map((event) => campaignOf(event, span, size, '展示会')),
    ...seminars.map((event) => campaignOf(event, span, size, 'セミナー')),
  ].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

function campaignOf(event: YearlyEvent, year: FiscalYear, size: number, channel: SampleCampaign['channel']) {
  const month = year.months.find((each) => monthNumber(each) === event.month) ?? year.first
  const months = channel === '展示会' ? [month] : [month, addMonths(month, 1), addMonths(month, 2)]
  const last = months.at(-1) ?? month
  return {
    channel,
    name: `${event.name} ${month.slice(0, 4)}`,
    startsOn: dayOf(month, event.day),
    // An exhibition takes three days, a series of seminars three months.
    endsOn: dayOf(last, channel === '展示会' ? event.day + 2 : event.day),
    plannedEntries: Math.round((event.entries * size) / 5) * 5,
    budget: Math.round((event.budget * size) / 10_000) * 10_000,
    months,
  }
}

function dayOf(month: Month, day: number): string {
  return `${month}-${String(day).padStart(2, '0')}`
}

/** Adds the campaigns that the team does not have yet. Answers the ids by name, which no two of a team share. */
export async function loadCampaigns(
  marketer: Actor,
  teamId: string,
  wanted: readonly SampleCampaign[],
  ids: ChannelIds,
): Promise<ReadonlyMap<string, string>> {
  const known = new Map((await campaignsOf(marketer, teamId)).map((campaign) => [campaign.name, campaign.id]))
  for (const { channel, months: _, ...campaign } of wanted) {
    const channelId = ids.get(channel)
    if (!channelId || known.has(campaign.name)) continue
    const { campaignId } = await addCampaign(marketer, { teamId, channelId, ...campaign })
    known.set(campaign.name, campaignId)
  }
  return known
}

/** The campaigns whose people are still on their way in the story's months, also from before the records. */
export function campaignsUpTo(team: TeamPlan, years: readonly FiscalYear[], today: string): SampleCampaign[] {
  const thisYear = years[0]?.year ?? 0
  const all = [...years.map(({ year }) => year), (years.at(-1)?.year ?? thisYear) - 1]
  return all
    .flatMap((year) => campaignsIn(team, year, thisYear - year))
    .filter(({ channel, startsOn }) => startsOn <= today && (channel === '展示会' || team.entersSeminars))
    .sort((a, b) => monthOf(a.startsOn).localeCompare(monthOf(b.startsOn)))
}
