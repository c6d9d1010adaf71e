import type { SaveActualsInput } from '#lib/input/actuals'
import { addMonths, type Month, monthOf } from '#lib/month'
import type { SampleCampaign } from './campaigns'
import { type ChannelHistoryInput, type ChannelMonth, channelHistory } from './channel-history'

type Cell = SaveActualsInput['cells'][number]

/** Months after a campaign's last one in which its last deal may still be won: the lags, and a slipped quarter. */
const TAIL = 9

export type CampaignHistoryInput = Omit<ChannelHistoryInput, 'budget'> & {
  /** In the order of their start. */
  readonly campaigns: readonly (SampleCampaign & { readonly id: string | null })[]
  /** From this month on the channel is entered by campaign, before it as a total. */
  readonly byCampaignFrom: Month
}

/** What a channel's campaigns brought: each one's people on their own way, entered as a total first and later apart. */
export function campaignCells(input: CampaignHistoryInput): Cell[] {
  const { campaigns, byCampaignFrom, channel } = input
  const histories = campaigns.map((campaign) => ({ campaign, months: historyOf(campaign, input) }))
  const total = new Map<string, Cell>()
  const apart = histories.flatMap(({ campaign, months }) =>
    months.flatMap(({ month, figures }): Cell[] => {
      const place = { month, line: 'channel', channelId: channel.channelId } as const
      if (month < byCampaignFrom) {
        for (const [metric, value] of figures) {
          const key = `${month} ${metric}`
          total.set(key, { ...place, metric, value: (total.get(key)?.value ?? 0) + value })
        }
        return []
      }
      if (campaign.id === null || !isAlive(campaign, month)) return []
      return [...figures].map(([metric, value]) => ({ ...place, campaignId: campaign.id, metric, value }))
    }),
  )
  return [...total.values(), ...apart]
}

/** A scheduled campaign brings what it plans itself, when it starts; another one its part of the channel's plan. */
function historyOf(campaign: SampleCampaign, { planned, channel, ...input }: CampaignHistoryInput): ChannelMonth[] {
  const own = (month: Month) => (campaign.months.includes(month) ? planned(month) : 0)
  if (!channel.scheduled) return channelHistory({ ...input, channel, planned: own })
  const start = monthOf(campaign.startsOn)
  const only = (figure: number) => (month: Month) => (month === start ? figure : 0)
  return channelHistory({ ...input, channel, planned: only(campaign.plannedEntries), budget: only(campaign.budget) })
}

/** Whether anything may come of a campaign in a month; a month without news is entered as 0, and not left blank. */
function isAlive({ months, startsOn }: SampleCampaign, month: Month): boolean {
  const start = monthOf(startsOn)
  return month >= start && month <= addMonths(months.at(-1) ?? start, TAIL)
}
