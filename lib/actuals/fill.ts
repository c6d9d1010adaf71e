import { plainText } from './cell-text'
import type { Frame, Placed } from './fit'
import type { Position } from './move'
import { cellsOf, isIn, monthsOf, type Range, rowsOf } from './range'
import { valueAt } from './values'

export type FillWay = 'down' | 'right'

/**
 * Ctrl+D and Ctrl+R: the first row (column) of the range into all the others. A range of one row (column) takes what
 * stands above it (to its left), as in Excel.
 */
export function filledInto(range: Range, way: FillWay, frame: Frame): Placed[] {
  if (way === 'down') {
    const from = range.top === range.bottom ? range.top - 1 : range.top
    const rows = rowsOf(range).filter((row) => row !== from)
    return from < 0
      ? []
      : rows.flatMap((row) => monthsOf(range).map((month) => copy({ row: from, month }, { row, month }, frame)))
  }
  const from = range.left === range.right ? range.left - 1 : range.left
  const months = monthsOf(range).filter((month) => month !== from)
  return from < 0
    ? []
    : rowsOf(range).flatMap((row) => months.map((month) => copy({ row, month: from }, { row, month }, frame)))
}

/** The fill handle: a block repeated over the range to which it was drawn. */
export function repeatedOver(source: Range, target: Range, frame: Frame): Placed[] {
  const height = source.bottom - source.top + 1
  const width = source.right - source.left + 1
  const wrap = (at: number, start: number, length: number) => start + ((((at - start) % length) + length) % length)
  return cellsOf(target)
    .filter((cell) => !isIn(source, cell))
    .map((cell) =>
      copy({ row: wrap(cell.row, source.top, height), month: wrap(cell.month, source.left, width) }, cell, frame),
    )
}

/** The range to which the handle is drawn: along one axis only, the one on which the pointer has left the range further. */
export function drawnTo(source: Range, { row, month }: Position): Range {
  const down = Math.max(row - source.bottom, source.top - row, 0)
  const along = Math.max(month - source.right, source.left - month, 0)
  if (down >= along) return { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row) }
  return { ...source, left: Math.min(source.left, month), right: Math.max(source.right, month) }
}

function copy(from: Position, to: Position, { rows, shown, decimals }: Frame): Placed {
  const row = rows[from.row]
  return { ...to, text: row ? plainText(valueAt(shown, row.key, from.month), row, decimals) : '' }
}
