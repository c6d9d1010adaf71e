import type { Campaign } from '#lib/campaign'
import { runsIn } from '#lib/campaign-calendar'
import { type CampaignResult, campaignResults } from '#lib/forecast/campaign-results'
import type { Locale } from '#lib/format'
import { stageName } from '#lib/metrics'
import { monthOf, monthsBetween } from '#lib/month'
import type { Channel } from '#lib/organisation'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { PlanAndActuals } from '#lib/plan-vs-actual/ledger-of'
import { plansOfYear } from '#lib/plan-vs-actual/plans-of-year'
import type {
  CampaignItem,
  ChannelOfCampaigns,
  RateColumn,
  ScheduledChannel,
} from '../../../../components/campaigns/campaigns-props'

export type ViewOf = {
  readonly source: PlanAndActuals
  readonly ledger: Ledger
  readonly channels: readonly Channel[]
  readonly locale: Locale
  readonly teamName: (id: string) => string
}

/** The year's campaigns with what came of them; of the whole each with its team. */
export function itemsOf(
  { source, ledger, teamName }: ViewOf,
  credited: ReadonlyMap<string, number> | null,
): CampaignItem[] {
  const results = new Map(campaignResults(ledger).map((result) => [result.campaign.id, result]))
  return source.campaigns
    .filter((campaign) => runsIn(campaign, source.year))
    .map((campaign) => ({
      campaign,
      teamName: source.wholeOf === null ? null : teamName(campaign.teamId),
      isDue: isDue(campaign, ledger),
      ...figuresOf(results.get(campaign.id)),
      credited: credited === null ? null : (credited.get(campaign.id) ?? 0),
    }))
}

function isDue({ startsOn }: Campaign, { year, actualsThrough }: Ledger): boolean {
  return monthsBetween(year.first, monthOf(startsOn)) <= actualsThrough
}

function figuresOf(result: CampaignResult | undefined) {
  const { entries = null, cost = null, won = null, revenue = null, roi = null, transitions = [] } = result ?? {}
  const rates = transitions.map(({ from, to, ...rate }) => [`${from} ${to}`, rate] as const)
  return { entries, cost, won, revenue, roi, rates: Object.fromEntries(rates) }
}

/** A column for each transition that any of the campaigns' channels has, in the order of the funnel. */
export function rateColumnsOf({ ledger, locale }: ViewOf, items: readonly CampaignItem[]): RateColumn[] {
  const keys = new Set(items.flatMap((item) => Object.keys(item.rates)))
  const names = new Map(ledger.stages.map((stage) => [stage.key, stageName(stage, locale)]))
  const order = ledger.stages.map((stage) => stage.key)
  return [...keys]
    .map((key) => key.split(' '))
    .sort(([, a = ''], [, b = '']) => order.indexOf(a) - order.indexOf(b))
    .map(([from = '', to = '']) => ({
      key: `${from} ${to}`,
      from: names.get(from) ?? from,
      to: names.get(to) ?? to,
    }))
}

/** The channels, each with the stage where its people enter: as the team's plan has it, else the organisation. */
export function channelsOf({ source, ledger, channels, locale }: ViewOf): ChannelOfCampaigns[] {
  const plans = source.plans.filter((plan) => plan.year === source.year.year).flatMap((plan) => plan.draft.channels)
  return channels.map(({ id, name, colour, archivedAt, defaultEntry }) => {
    const key = plans.find((channel) => channel.channelId === id)?.entry ?? defaultEntry
    const stage = ledger.stages.find((each) => each.key === key) ?? { key, name: null }
    return { id, name, colour, isArchived: archivedAt !== null, entry: stageName(stage, locale) }
  })
}

/** The scheduled channels of the active plans, with what their campaigns leave uncovered (DOMAIN §2 step 9). */
export function scheduledOf({ source, teamName }: ViewOf): ScheduledChannel[] {
  return [...plansOfYear(source)].flatMap(([teamId, { figures }]) =>
    figures.channels.flatMap(({ id, funnel }) => {
      if (!funnel?.uncovered || teamId === source.wholeOf) return []
      const entries = funnel.monthly[funnel.stages[0] ?? ''] ?? []
      return [
        {
          key: `${teamId} ${id}`,
          channelId: id,
          teamName: source.wholeOf === null ? null : teamName(teamId),
          planned: entries.reduce((a, b) => a + b, 0),
          uncovered: funnel.uncovered,
          href: `/${teamId}/${source.year.year}/plan`,
        },
      ]
    }),
  )
}
