import type { Campaign } from '#lib/campaign'
import type { StageKey } from '#lib/funnel/stages'
import { addMonths, type Month } from '#lib/month'
import type { ActualLine, MonthlyActual } from '#lib/monthly-actual'
import type { Channel, Stage } from '#lib/organisation'
import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import { type Counted, countedFigures, countedOf, type FromRecords } from './counted'

/** One line of the grid: twelve cells of one metric. */
export type GridRow = {
  /** Names the row within its team: 'channel <id> lead', 'channel <id> <campaign> lead', 'existing revenue'. */
  readonly key: string
  readonly line: ActualLine
  /** Null on every line but 'channel'. */
  readonly channelId: string | null
  /** Null: the channel itself. */
  readonly campaignId: string | null
  readonly metric: StageKey | 'revenue' | 'cost'
  /** What the team's active plan says, by month; null: no plan. */
  readonly plan: ByMonth
  /** What is counted from records; null: entered by hand all year. */
  readonly counted: Counted | null
}

/** One run of a channel, with the same metrics as its channel. */
export type GridCampaign = Pick<Campaign, 'id' | 'name' | 'startsOn' | 'endsOn'> & { readonly rows: readonly GridRow[] }

/** Rows under one heading: a channel with its campaigns, or the revenue that no channel brings. */
export type GridSection = {
  readonly channel: { readonly id: string; readonly name: string; readonly colour: number } | null
  readonly rows: readonly GridRow[]
  /** In the order of their start. */
  readonly campaigns: readonly GridCampaign[]
}

export type GridSource = {
  readonly stages: readonly Pick<Stage, 'key'>[]
  /** In the organisation's order. */
  readonly channels: readonly Channel[]
  /** Entry stage of the channels in the team's active plan; others start at their default. */
  readonly entries: ReadonlyMap<string, StageKey>
  /** The team's cells of the year. */
  readonly cells: readonly MonthlyActual[]
  /** Planned figures by row key. */
  readonly plans: ReadonlyMap<string, ByMonth>
  /** The team's, of all years. */
  readonly campaigns: readonly Campaign[]
  /** What the team counts from records. */
  readonly records: FromRecords
  readonly months: readonly Month[]
}

const BLANK: ByMonth = Array.from({ length: 12 }, () => null)

type RowAddress = {
  readonly line: string
  readonly channelId: string | null
  readonly campaignId?: string | null
  readonly metric: string
}

export function rowKey({ line, channelId, campaignId = null, metric }: RowAddress): string {
  return [line, channelId, campaignId, metric].filter((part) => part !== null).join(' ')
}

/**
 * The rows of a team's year: first 既存 and 営業独自, then every channel from its entry stage on, with revenue and cost.
 * A stage before the entry stays while it holds a figure, an archived channel while it has any or is in the active plan:
 * nothing entered or awaited is hidden.
 */
export function gridSections(source: GridSource): GridSection[] {
  const standing = [...source.cells, ...countedFigures(source.records, source.months)]
  const filled = new Set(standing.map(rowKey))
  const rowOf: RowOf = (address) => {
    const key = rowKey(address)
    const counted = countedOf(address, source.records, source.months)
    return { key, ...address, plan: source.plans.get(key) ?? BLANK, counted }
  }
  const others: GridSection = {
    channel: null,
    rows: (['existing', 'salesSourced'] as const).map((line) =>
      rowOf({ line, channelId: null, campaignId: null, metric: 'revenue' }),
    ),
    campaigns: [],
  }
  const channels = source.channels.flatMap((channel) => {
    const keys = source.stages.map((stage) => stage.key)
    const entry = keys.indexOf(source.entries.get(channel.id) ?? channel.defaultEntry)
    const rowsOf = (campaignId: string | null) =>
      [...keys, 'revenue', 'cost']
        .map((metric) => rowOf({ line: 'channel', channelId: channel.id, campaignId, metric }))
        .filter((row, at) => at >= Math.max(0, entry) || filled.has(row.key))
    const rows = rowsOf(null)
    const campaigns = campaignsShown(channel.id, source, standing).map(
      ({ id, name, startsOn, endsOn }): GridCampaign => ({ id, name, startsOn, endsOn, rows: rowsOf(id) }),
    )
    const isPlanned = source.entries.has(channel.id)
    const isFilled = standing.some((cell) => cell.channelId === channel.id)
    if (channel.archivedAt !== null && !isPlanned && !isFilled) return []
    return [{ channel: { id: channel.id, name: channel.name, colour: channel.colour }, rows, campaigns }]
  })
  return [others, ...channels]
}

type RowOf = (address: Omit<GridRow, 'key' | 'plan' | 'counted'>) => GridRow

/** A run may bring deals until half a year after its end. */
const STILL_BRINGS = 6

/** A channel's campaigns that may have figures in the year, or have some: an archived one only in the second case. */
function campaignsShown(
  channelId: string,
  { campaigns, months }: GridSource,
  standing: readonly Pick<MonthlyActual, 'campaignId'>[],
): readonly Campaign[] {
  const [begin, last = ''] = [months[0], months.at(-1)]
  const first = begin === undefined ? '' : addMonths(begin, -STILL_BRINGS)
  return campaigns.filter((campaign) => {
    if (campaign.channelId !== channelId) return false
    if (standing.some((cell) => cell.campaignId === campaign.id)) return true
    return campaign.archivedAt === null && campaign.startsOn.slice(0, 7) <= last && campaign.endsOn.slice(0, 7) >= first
  })
}

/** Every row, shown or folded away: a channel's own, then those of its campaigns. */
export function gridRows(sections: readonly GridSection[]): readonly GridRow[] {
  return sections.flatMap((section) => [...section.rows, ...section.campaigns.flatMap((campaign) => campaign.rows)])
}

/** The rows on the screen, top to bottom: the order in which the keyboard and a pasted block go through them. */
export function shownRows(sections: readonly GridSection[], unfolded: ReadonlySet<string>): readonly GridRow[] {
  return gridRows(sections.map((section) => (isUnfolded(section, unfolded) ? section : { ...section, campaigns: [] })))
}

export function isUnfolded({ channel }: GridSection, unfolded: ReadonlySet<string>): boolean {
  return channel !== null && unfolded.has(channel.id)
}
