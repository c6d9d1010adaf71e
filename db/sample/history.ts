import { scenarioOf } from '#lib/funnel/draft'
import { type PlanFigures, planFigures } from '#lib/funnel/plan'
import { DEFAULT_STAGES } from '#lib/funnel/stages'
import type { SaveActualsInput } from '#lib/input/actuals'
import type { PlanDraft } from '#lib/input/plan-draft'
import { fiscalYearOf, type Month } from '#lib/month'
import { campaignCells } from './campaign-history'
import type { SampleCampaign } from './campaigns'
import { type ChannelHistoryInput, channelHistory } from './channel-history'
import { CHANNELS, COMPANY } from './company'
import type { ChannelIds } from './drafts'
import { type Random, randomFrom } from './random'
import type { Story } from './story'

type Cell = SaveActualsInput['cells'][number]

export type TeamHistory = {
  /** The team's plan of each fiscal year. */
  readonly drafts: ReadonlyMap<number, PlanDraft>
  readonly ids: ChannelIds
  readonly seed: number
  readonly story: Story
  /** Campaigns whose channels are entered by campaign from a month on; without an id: from before the records. */
  readonly campaigns: readonly (SampleCampaign & { readonly id: string | null })[]
  readonly byCampaignFrom: Month
  /** Channel whose cost of the last finished month nobody has entered yet. */
  readonly costMissing: string
}

/** Everything that a team entered in 24 months. */
export function teamHistory({ drafts, ids, seed, story, costMissing, campaigns, byCampaignFrom }: TeamHistory): Cell[] {
  const figures = figuresByYear(drafts)
  const cells = [...ids].flatMap(([name, channelId], i) => channelCells(name, channelId, randomFrom(seed + 1000 * i)))
  return [...cells, ...revenueCells(figures, story, randomFrom(seed - 1))]

  function channelCells(name: string, channelId: string, random: Random): Cell[] {
    const channel = [...drafts.values()].flatMap((draft) => draft.channels).find((each) => each.channelId === channelId)
    if (!channel) return []
    const planned = (month: Month) => plannedEntries(figures, channelId, month)
    const strays = CHANNELS[name]?.strays ?? 0
    const input = { channel, stages: DEFAULT_STAGES, planned, strays, story, random }
    const own = campaigns.filter((campaign) => campaign.channel === name)
    const entered =
      own.length > 0 ? campaignCells({ ...input, campaigns: own, byCampaignFrom }) : directCells(channelId, input)
    const isMissing = ({ metric, month }: Cell) =>
      metric === 'cost' && name === costMissing && month === story.lastFinished
    return entered.filter((cell) => !isMissing(cell))
  }
}

/** What a channel brought, entered as its total. */
function directCells(channelId: string, input: ChannelHistoryInput): Cell[] {
  return channelHistory(input).flatMap(({ month, figures }) =>
    [...figures].map(([metric, value]): Cell => ({ month, line: 'channel', channelId, metric, value })),
  )
}

type Years = ReadonlyMap<number, PlanFigures>

function figuresByYear(drafts: TeamHistory['drafts']): Years {
  return new Map([...drafts].map(([year, draft]) => [year, planFigures(scenarioOf(draft, DEFAULT_STAGES))]))
}

/** The plan in which a month lies; months before the first plan are like those of its year. */
function planOf(figures: Years, month: Month): { readonly plan: PlanFigures | undefined; readonly index: number } {
  const year = fiscalYearOf(month, COMPANY.fiscalStart)
  const plan = figures.get(year.year) ?? figures.get(Math.min(...figures.keys()))
  return { plan, index: year.months.indexOf(month) }
}

function plannedEntries(figures: Years, channelId: string, month: Month): number {
  const { plan, index } = planOf(figures, month)
  const funnel = plan?.channels.find((channel) => channel.id === channelId)?.funnel
  return funnel?.monthly[funnel.stages[0] ?? '']?.[index] ?? 0
}

/** Existing customers buy a little in the summer too; sales' own deals come and go. The running month has no entry for them yet. */
function revenueCells(figures: Years, story: Story, random: Random): Cell[] {
  return story.months.flatMap((month): Cell[] => {
    const { plan, index } = planOf(figures, month)
    const existing = (plan?.existingByMonth[index] ?? 0) * story.of(month).existing * random.between(0.94, 1.06)
    const own = (plan?.salesSourcedByMonth[index] ?? 0) * random.between(0.55, 1.45)
    if (month === story.running) return []
    const summer = random.between(1_500_000, 3_000_000)
    const place = { month, channelId: null, metric: 'revenue' } as const
    return [
      { ...place, line: 'existing', value: rounded(existing || summer) },
      { ...place, line: 'salesSourced', value: rounded(own) },
    ]
  })
}

function rounded(amount: number): number {
  return Math.round(amount / 10_000) * 10_000
}
