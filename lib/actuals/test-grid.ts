import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import { entryKinds, shownValues } from './entry-kind'
import type { Frame } from './fit'
import { type GridRow, type GridSection, gridRows } from './grid'
import type { GridValues } from './values'

export const BLANK: ByMonth = Array.from({ length: 12 }, () => null)

/** The first months as given, the rest blank. */
export function year(...first: (number | null)[]): (number | null)[] {
  return [...first, ...BLANK.slice(first.length)]
}

/** A row of the channel 'web', or of one of its campaigns; the key is its metric, with the campaign before it. */
export function row(metric: string, campaignId: string | null = null): GridRow {
  const key = campaignId === null ? metric : `${campaignId} ${metric}`
  return { key, line: 'channel', channelId: 'web', campaignId, metric, plan: BLANK, counted: null }
}

/** Channel 'web' with some metrics and campaigns. */
export function section(metrics: readonly string[], campaigns: readonly string[] = []): GridSection {
  return {
    channel: { id: 'web', name: 'Web', colour: 1 },
    rows: metrics.map((metric) => row(metric)),
    campaigns: campaigns.map((id) => ({
      id,
      name: id,
      startsOn: '2026-05-12',
      endsOn: '2026-05-14',
      rows: metrics.map((metric) => row(metric, id)),
    })),
  }
}

/** The same section with a metric counted from records from a month on, in its campaigns without records too. */
export function counting(one: GridSection, metric: string, from: number, figures: ByMonth): GridSection {
  const counted = (row: GridRow, shown: ByMonth) =>
    row.metric === metric ? { ...row, counted: { from, figures: shown } } : row
  return {
    ...one,
    rows: one.rows.map((each) => counted(each, figures)),
    campaigns: one.campaigns.map((run) => ({ ...run, rows: run.rows.map((each) => counted(each, BLANK)) })),
  }
}

type FrameParts = { readonly closed?: readonly number[]; readonly decimals?: number }

/** The grid of one section, all of it on the screen. */
export function frame(
  one: GridSection,
  values: GridValues = {},
  { closed = [], decimals = 0 }: FrameParts = {},
): Frame {
  return {
    rows: gridRows([one]),
    values,
    shown: shownValues([one], values),
    kinds: entryKinds([one], values),
    closed: new Set(closed),
    decimals,
  }
}
