import type { SettableLine } from '#lib/forecast/line-landing'
import type { Comparison } from '#lib/plan-vs-actual/compared'
import { hasPlan, type Ledger, type LedgerMetric, type LedgerRow } from '#lib/plan-vs-actual/ledger'
import { PERIODS, type Period } from '#lib/plan-vs-actual/period'
import type { RateComparison } from '#lib/plan-vs-actual/rates'

/** Kinds of figure in every block, in reading order; progress has no line of its own. */
export const LINES = ['plan', 'actual', 'variance', 'attainment', 'progress', 'lastYear', 'landing'] as const
export type LineKind = (typeof LINES)[number]

/** What a block's figures are: those of its metric, rates, money per unit, or returns. */
export type RowUnit = 'metric' | 'rate' | 'unitCost' | 'roi'

/** A block's figures of a period; a rate also says of how many it is. */
export type RowFigures = Comparison & Partial<Pick<RateComparison, 'y' | 'n'>>

/** One block of the table: a metric, a line of revenue, a rate, a channel's or a campaign's part of one. */
export type TableRow = {
  readonly id: string
  readonly name: string
  readonly unit: RowUnit
  /** Key of the glossary: of a rate 'rate', of a cost ratio its own. */
  readonly metric: LedgerMetric
  readonly kind: 'section' | 'revenueLine' | 'part' | 'campaign' | 'unallocated'
  /** Palette colour of a channel; null for anything else. */
  readonly colour: number | null
  readonly rows: readonly LedgerRow[]
  readonly at: (period: Period) => RowFigures
  /** Where it lands by month, unrounded; null where nothing is forecast. */
  readonly landing: readonly number[] | null
  /** A line of revenue whose coming months may be set by hand. */
  readonly settable: SettableLine | null
  readonly parts: readonly TableRow[]
}

/** Every row, the closed ones as well, in reading order. */
export function allRows(rows: readonly TableRow[]): TableRow[] {
  return rows.flatMap((row) => [row, ...allRows(row.parts)])
}

/** The rows that are shown: a row's parts only when it is open. */
export function shownRows(rows: readonly TableRow[], open: readonly string[]): TableRow[] {
  return rows.flatMap((row) => [row, ...(open.includes(row.id) ? shownRows(row.parts, open) : [])])
}

/** The lines that have anything to say this year: without plan or actuals there is nothing to compare. */
export function linesOf(ledger: Ledger): readonly LineKind[] {
  const isCompared = ledger.actualsThrough >= 0 && ledger.rows.some(hasPlan)
  const hasLastYear = ledger.rows.some((row) => row.lastYear.some((value) => value !== null))
  return LINES.filter((line) => {
    if (line === 'progress') return false
    if (line === 'lastYear') return hasLastYear
    if (line === 'landing') return ledger.actualsThrough < LAST && ledger.rows.some(hasPlan)
    return line === 'plan' || line === 'actual' || isCompared
  })
}

const LAST = 11

/** Those of them that a row has: what no channel was given is a plan and nothing else, and only revenue lands. */
export function rowLines(row: TableRow, lines: readonly LineKind[]): readonly LineKind[] {
  if (row.kind === 'unallocated') return ['plan']
  if (row.kind === 'campaign') return row.rows.some(hasPlan) ? ['plan', 'actual'] : ['actual']
  return lines.filter((line) => line !== 'landing' || row.landing !== null)
}

/** A figure's address in the page: which block, line and column it stands in. */
export function figureKey(row: Pick<TableRow, 'id'>, line: string, period: Pick<Period, 'key'>): string {
  return [row.id, line, period.key].join('|')
}

export type FigureAt = { readonly row: TableRow; readonly line: LineKind; readonly period: Period }

/** The figure of an address; null when the table no longer has it. */
export function figureAt(key: string, rows: readonly TableRow[]): FigureAt | null {
  const [id, lineName, periodKey] = key.split('|')
  const row = allRows(rows).find((each) => each.id === id)
  const line = LINES.find((each) => each === lineName)
  const period = PERIODS.find((each) => each.key === periodKey)
  return row && line && period ? { row, line, period } : null
}
