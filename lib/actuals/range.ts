import type { Position } from './move'

/** A block of cells, both corners included. */
export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** The block between two corners, in whatever order they come. */
export function rangeOf(one: Position, other: Position): Range {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.month, other.month),
    right: Math.max(one.month, other.month),
  }
}

export function isIn({ top, bottom, left, right }: Range, { row, month }: Position): boolean {
  return row >= top && row <= bottom && month >= left && month <= right
}

export function rowsOf({ top, bottom }: Range): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, step) => top + step)
}

export function monthsOf({ left, right }: Range): number[] {
  return Array.from({ length: right - left + 1 }, (_, step) => left + step)
}

/** Row by row, from left to right. */
export function cellsOf(range: Range): Position[] {
  return rowsOf(range).flatMap((row) => monthsOf(range).map((month) => ({ row, month })))
}

export function sizeOf(range: Range): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1)
}

/** The next cell of a block, row by row (Tab) or column by column (Enter), round the ends; `back` goes the other way. */
export function nextIn(range: Range, { row, month }: Position, by: 'Tab' | 'Enter', back: boolean): Position {
  const height = range.bottom - range.top + 1
  const width = range.right - range.left + 1
  const size = height * width
  const [down, right] = [row - range.top, month - range.left]
  const at = ((by === 'Tab' ? down * width + right : right * height + down) + (back ? size - 1 : 1)) % size
  return by === 'Tab'
    ? { row: range.top + Math.floor(at / width), month: range.left + (at % width) }
    : { row: range.top + (at % height), month: range.left + Math.floor(at / height) }
}

/** What the status line says of a block. Amounts and counts are not added to one another: then there is no sum. */
export type RangeSums = { readonly count: number; readonly sum: number | null; readonly mean: number | null }

/** @param cells the block's cells, with whether they are money; blank ones are not counted */
export function rangeSums(cells: readonly { readonly value: number | null; readonly isMoney: boolean }[]): RangeSums {
  const entered = cells.flatMap(({ value, isMoney }) => (value === null ? [] : [{ value, isMoney }]))
  const count = entered.length
  if (count === 0 || new Set(entered.map(({ isMoney }) => isMoney)).size > 1) return { count, sum: null, mean: null }
  const sum = entered.reduce((all, { value }) => all + value, 0)
  return { count, sum, mean: sum / count }
}
