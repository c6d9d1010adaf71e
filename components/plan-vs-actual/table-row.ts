import type { Locale } from '#lib/format'
import type { Comparison } from '#lib/plan-vs-actual/compared'
import { hasPlan, type Ledger, type LedgerMetric, type LedgerRow } from '#lib/plan-vs-actual/ledger'
import { type Accumulation, comparedIn, PERIODS, type Period } from '#lib/plan-vs-actual/period'
import { type Part, type Section, sections } from '#lib/plan-vs-actual/sections'
import { partName, sectionName, type Words } from './names'

/** Kinds of figure in every block, in reading order; progress has no line of its own. */
export const LINES = ['plan', 'actual', 'variance', 'attainment', 'progress', 'lastYear'] as const
export type LineKind = (typeof LINES)[number]

/** One block of the table: a metric, a line of revenue, or a channel's part of it. */
export type TableRow = {
  readonly id: string
  readonly name: string
  readonly metric: LedgerMetric
  readonly kind: 'section' | 'revenueLine' | 'part' | 'unallocated'
  /** Palette colour of a channel; null for anything else. */
  readonly colour: number | null
  readonly rows: readonly LedgerRow[]
  readonly at: (period: Period) => Comparison
  readonly parts: readonly TableRow[]
}

type Context = { readonly ledger: Ledger; readonly mode: Accumulation; readonly locale: Locale; readonly t: Words }

/** Every block of the table. A block's figures are computed when they are first shown, once. */
export function tableRows(context: Context): TableRow[] {
  return sections(context.ledger).map((section) => sectionRow(section, context))
}

function sectionRow(section: Section, context: Context): TableRow {
  const { key, metric, rows } = section
  return {
    id: key,
    name: sectionName(key, context.ledger, context.locale),
    metric,
    kind: key === 'existing' || key === 'salesSourced' ? 'revenueLine' : 'section',
    colour: null,
    rows,
    at: comparisons(rows, context),
    parts: section.parts.map((part) => partRow(section, part, context)),
  }
}

function partRow(section: Section, part: Part, context: Context): TableRow {
  const channel = context.ledger.channels.find((each) => each.id === part.channelId)
  return {
    id: `${section.key}.${part.key}`,
    name: partName(part, context.ledger, context.t),
    metric: section.metric,
    kind: part.line === 'channel' ? 'part' : 'unallocated',
    colour: part.line === 'channel' ? (channel?.colour ?? 0) : null,
    rows: part.rows,
    at: comparisons(part.rows, context),
    parts: [],
  }
}

function comparisons(rows: readonly LedgerRow[], { ledger, mode }: Context): TableRow['at'] {
  const made = new Map<string, Comparison>()
  return (period) => {
    const comparison = made.get(period.key) ?? comparedIn(rows, period, ledger, mode)
    made.set(period.key, comparison)
    return comparison
  }
}

/** The lines that have anything to say this year: without plan or actuals there is nothing to compare. */
export function linesOf(ledger: Ledger): readonly LineKind[] {
  const isCompared = ledger.actualsThrough >= 0 && ledger.rows.some(hasPlan)
  const hasLastYear = ledger.rows.some((row) => row.lastYear.some((value) => value !== null))
  return LINES.filter((line) => {
    if (line === 'progress') return false
    if (line === 'lastYear') return hasLastYear
    return line === 'plan' || line === 'actual' || isCompared
  })
}

/** A figure's address in the page: which block, line and column it stands in. */
export function figureKey(row: Pick<TableRow, 'id'>, line: string, period: Pick<Period, 'key'>): string {
  return [row.id, line, period.key].join('|')
}

export type FigureAt = { readonly row: TableRow; readonly line: LineKind; readonly period: Period }

/** The figure of an address; null when the table no longer has it. */
export function figureAt(key: string, rows: readonly TableRow[]): FigureAt | null {
  const [id, lineName, periodKey] = key.split('|')
  const row = rows.flatMap((each) => [each, ...each.parts]).find((each) => each.id === id)
  const line = LINES.find((each) => each === lineName)
  const period = PERIODS.find((each) => each.key === periodKey)
  return row && line && period ? { row, line, period } : null
}
