import { type ByMonth, isAwaited } from '#lib/plan-vs-actual/ledger'
import { isCounted } from './counted'
import type { GridRow } from './grid'
import { type GridValues, valueAt } from './values'

const NOTHING: ByMonth = Array.from({ length: 12 }, () => null)

/** Where the team's year stands, and whether anything is expected of the team at all. */
export type GridStanding = {
  /** Index of the last month that is over; −1 before the year, 11 after it. */
  readonly finishedThrough: number
  /** Index of the month in progress; null outside the year. */
  readonly running: number | null
  /** False for the company while its teams enter the actuals: nothing of its own is missed then. */
  readonly awaits: boolean
}

/**
 * Whether the row's blanks in finished months are missing (the rule of plan vs actual, on the cells as they are shown).
 * A campaign has no blanks of its own: its channel's sum is what is awaited.
 */
export function isRowAwaited(row: GridRow, values: GridValues, standing: GridStanding): boolean {
  if (row.campaignId !== null) return false
  const actual = values[row.key] ?? NOTHING
  return standing.awaits && isAwaited({ ...row, teamId: '', actual, lastYear: NOTHING })
}

/** A blank cell that someone has still to fill. */
export type MissingCell = { readonly row: number; readonly month: number }

/** Blank cells of finished months, month by month, top to bottom; none that is counted from records. */
export function missingCells(rows: readonly GridRow[], values: GridValues, standing: GridStanding): MissingCell[] {
  const awaited = rows.flatMap((row, at) => (isRowAwaited(row, values, standing) ? [{ row, at }] : []))
  const finished = Array.from({ length: standing.finishedThrough + 1 }, (_, month) => month)
  return finished.flatMap((month) =>
    awaited
      .filter(({ row }) => !isCounted(row, month) && valueAt(values, row.key, month) === null)
      .map(({ at }) => ({ row: at, month })),
  )
}

/** The sum of a row's finished months. Null: nothing entered. Partial: some of the months are blank. */
export type RowTotal = { readonly sum: number | null; readonly partial: boolean }

export function rowTotal(actual: ByMonth | undefined, finishedThrough: number): RowTotal {
  const finished = (actual ?? []).slice(0, finishedThrough + 1)
  const entered = finished.filter((value) => value !== null)
  if (entered.length === 0) return { sum: null, partial: false }
  return { sum: entered.reduce((sum, value) => sum + value, 0), partial: entered.length < finished.length }
}
