import { parseNumber } from '#lib/input/number'
import { readBlock } from './block'
import { type CellChange, type GridRow, type GridValues, valueAt } from './grid'
import type { Position } from './move'

/** Why a typed or pasted text is no value of its cell: keys of the i18n namespace `errors`. */
export type CellFault = 'numberUnreadable' | 'numberNotWhole' | 'numberTooLarge' | 'countNegative'
export type ReadCell = { readonly value: number | null } | { readonly fault: CellFault }

/** Reads a cell as typed. '' is null: blank, not 0. Counts are whole and never below 0; `decimals` are those of money. */
export function readCell(text: string, metric: GridRow['metric'], decimals: number): ReadCell {
  const isMoney = metric === 'revenue' || metric === 'cost'
  const read = parseNumber(text, { decimals: isMoney ? decimals : 0 })
  if ('fault' in read) return read
  return !isMoney && read.value !== null && read.value < 0 ? { fault: 'countNegative' } : read
}

export type Unread = Position & { readonly text: string; readonly fault: CellFault }

export type Pasted = {
  /** Cells whose value differs from what stood there. */
  readonly changes: readonly CellChange[]
  /** Cells that could not be read; they keep what stood there. */
  readonly unread: readonly Unread[]
  /** Cells that were read, changed or not, and how many of them were written in full-width characters. */
  readonly taken: number
  readonly fullWidth: number
  /** Cells that lie beyond the grid's last row or month. */
  readonly outside: number
  /** The corner opposite to the first cell. */
  readonly to: Position
}

const FULL_WIDTH = /[０-９，．（）￥]/

/**
 * What a block from a spreadsheet does when it is pasted with its first cell at `at`. A blank cell in the block blanks
 * the cell below it, as in Excel. What cannot be read or lies outside is reported, and nothing else is lost for it.
 */
export function pasted(
  text: string,
  at: Position,
  grid: { readonly rows: readonly GridRow[]; readonly values: GridValues; readonly decimals: number },
): Pasted {
  const changes: CellChange[] = []
  const unread: Unread[] = []
  let [taken, fullWidth, outside] = [0, 0, 0]
  let to: Position = at
  readBlock(text).forEach((cells, down) => {
    cells.forEach((cell, right) => {
      const position = { row: at.row + down, month: at.month + right }
      const row = grid.rows[position.row]
      if (row === undefined || position.month > 11) {
        outside += 1
        return
      }
      to = { row: Math.max(to.row, position.row), month: Math.max(to.month, position.month) }
      const read = readCell(cell, row.metric, grid.decimals)
      if ('fault' in read) {
        unread.push({ ...position, text: cell, fault: read.fault })
        return
      }
      taken += 1
      if (FULL_WIDTH.test(cell)) fullWidth += 1
      const before = valueAt(grid.values, row.key, position.month)
      if (before !== read.value) changes.push({ row: row.key, month: position.month, before, after: read.value })
    })
  })
  return { changes, unread, taken, fullWidth, outside, to }
}
