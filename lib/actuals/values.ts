import type { MonthlyActual } from '#lib/monthly-actual'
import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import { rowKey } from './grid'

/** Cells by row key, from the year's first month. Null: nothing entered, which is not 0. */
export type GridValues = Readonly<Record<string, ByMonth>>

const BLANK: ByMonth = Array.from({ length: 12 }, () => null)

/** What is entered, by row. */
export function gridValues(cells: readonly MonthlyActual[], months: readonly string[]): GridValues {
  const values: Record<string, (number | null)[]> = {}
  for (const cell of cells) {
    const month = months.indexOf(cell.month)
    if (month < 0) continue
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
