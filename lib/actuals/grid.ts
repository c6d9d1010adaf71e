import type { StageKey } from '#lib/funnel/stages'
import type { ActualLine, MonthlyActual } from '#lib/monthly-actual'
import type { Channel, Stage } from '#lib/organisation'
import type { ByMonth } from '#lib/plan-vs-actual/ledger'

/** One line of the grid: twelve cells of one metric. */
export type GridRow = {
  /** Names the row within its team: 'channel <id> lead', 'existing revenue'. */
  readonly key: string
  readonly line: ActualLine
  /** Null on every line but 'channel'. */
  readonly channelId: string | null
  readonly metric: StageKey | 'revenue' | 'cost'
  /** What the team's active plan says, by month; null: no plan. */
  readonly plan: ByMonth
}

/** Rows under one heading: a channel, or the revenue that no channel brings. */
export type GridSection = {
  readonly channel: { readonly id: string; readonly name: string; readonly colour: number } | null
  readonly rows: readonly GridRow[]
}

/** Cells by row key, from the year's first month. Null: nothing entered, which is not 0. */
export type GridValues = Readonly<Record<string, ByMonth>>

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
}

const BLANK: ByMonth = Array.from({ length: 12 }, () => null)

type RowAddress = { readonly line: string; readonly channelId: string | null; readonly metric: string }

export function rowKey({ line, channelId, metric }: RowAddress): string {
  return channelId === null ? `${line} ${metric}` : `${line} ${channelId} ${metric}`
}

/**
 * The rows of a team's year: first 既存 and 営業独自, then every channel from its entry stage on, with revenue and cost.
 * A stage before the entry stays while it holds a figure, an archived channel while it has any or is in the active plan:
 * nothing entered or awaited is hidden.
 */
export function gridSections(source: GridSource): GridSection[] {
  const filled = new Set(source.cells.map(rowKey))
  const rowOf = (line: ActualLine, channelId: string | null, metric: GridRow['metric']): GridRow => {
    const key = rowKey({ line, channelId, metric })
    return { key, line, channelId, metric, plan: source.plans.get(key) ?? BLANK }
  }
  const others = {
    channel: null,
    rows: (['existing', 'salesSourced'] as const).map((line) => rowOf(line, null, 'revenue')),
  }
  const channels = source.channels.flatMap((channel) => {
    const keys = source.stages.map((stage) => stage.key)
    const entry = keys.indexOf(source.entries.get(channel.id) ?? channel.defaultEntry)
    const rows = [...keys, 'revenue', 'cost']
      .map((metric) => rowOf('channel', channel.id, metric))
      .filter((row, at) => at >= Math.max(0, entry) || filled.has(row.key))
    const isPlanned = source.entries.has(channel.id)
    const isShown = channel.archivedAt === null || isPlanned || rows.some((row) => filled.has(row.key))
    return isShown ? [{ channel: { id: channel.id, name: channel.name, colour: channel.colour }, rows }] : []
  })
  return [others, ...channels]
}

/** All rows, top to bottom: the order in which the keyboard and a pasted block go through them. */
export function gridRows(sections: readonly GridSection[]): readonly GridRow[] {
  return sections.flatMap((section) => section.rows)
}

/** What is entered, by row. Cells of campaigns are not of this grid. */
export function gridValues(cells: readonly MonthlyActual[], months: readonly string[]): GridValues {
  const values: Record<string, (number | null)[]> = {}
  for (const cell of cells) {
    const month = months.indexOf(cell.month)
    if (month < 0 || cell.campaignId !== null) continue
    const key = rowKey(cell)
    values[key] ??= [...BLANK]
    values[key][month] = cell.value
  }
  return values
}

/** One changed cell, with what stood there before, so that it can be undone. */
export type CellChange = {
  readonly row: string
  readonly month: number
  readonly before: number | null
  readonly after: number | null
}

export function valueAt(values: GridValues, row: string, month: number): number | null {
  return values[row]?.[month] ?? null
}

/** The values after some changes; rows that are untouched keep their identity. */
export function withChanges(values: GridValues, changes: readonly CellChange[]): GridValues {
  const next: Record<string, ByMonth> = { ...values }
  for (const { row, month, after } of changes) next[row] = (next[row] ?? BLANK).with(month, after)
  return next
}

/** What takes some changes back, the last one first. */
export function reversed(changes: readonly CellChange[]): CellChange[] {
  return changes.toReversed().map(({ row, month, before, after }) => ({ row, month, before: after, after: before }))
}
