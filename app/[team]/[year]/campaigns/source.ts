import { kept } from '#db/kept'
import type { Locale } from '#lib/format'
import type { Packed } from '#lib/packed'
import { pack } from '#server/pack'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'
import type { CampaignsSource } from '../../../../components/campaigns/campaigns-props'
import { usualAttribution } from '../attribution/usual'
import { yearFigures } from '../plan-vs-actual/ledger'
import { channelsOf, itemsOf, rateColumnsOf, scheduledOf, type ViewOf } from './view'

export type YearCampaigns = {
  /** As the page sends them. */
  readonly packed: Packed<CampaignsSource>
  /** This team is the company and has other teams: its page shows their campaigns. */
  readonly isWhole: boolean
}

const keptCampaigns = kept<YearCampaigns>(200)

/** The campaigns of a team's page; one a day. */
export function yearCampaigns(page: TeamPage, locale: Locale): Promise<YearCampaigns> {
  const { session, team, year } = page
  const day = today(session.org.timeZone)
  // Campaigns are named with the teams that the person reaches.
  const reached = session.teamIds?.toSorted() ?? 'all'
  return keptCampaigns(session, [reached, team.id, year.year, year.startsIn, day, locale], async () => {
    const { source, ledger } = await yearFigures(page)
    const teamName = (id: string) => session.teams.find((each) => each.id === id)?.name ?? ''
    const view = { source, ledger, channels: source.channels, locale, teamName } as const
    const attribution = await usualAttribution(page, ledger)
    return { packed: pack(campaignsSource(view, day, attribution)), isWhole: source.wholeOf !== null }
  })
}

function campaignsSource(
  view: ViewOf,
  day: string,
  attribution: Awaited<ReturnType<typeof usualAttribution>>,
): CampaignsSource {
  const credited =
    attribution && new Map(attribution.summary.campaigns.map((each) => [each.campaignId, each.credited.amount]))
  const items = itemsOf(view, credited)
  return {
    today: day,
    actualsThrough: view.ledger.actualsThrough,
    channels: channelsOf(view),
    rateColumns: rateColumnsOf(view, items),
    items,
    scheduled: scheduledOf(view),
    attribution: attribution && { model: attribution.model, href: attribution.href },
  }
}
