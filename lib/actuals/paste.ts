import { readBlock, writeBlock } from './block'
import { plainText } from './cell-text'
import { type Fit, type Frame, fitted, type Placed } from './fit'
import { LAST_MONTH, type Position } from './move'
import { monthsOf, type Range, rowsOf } from './range'
import { valueAt } from './values'

export type Pasted = Fit & {
  /** Cells that were written in full-width characters, among those that were read. */
  readonly fullWidth: number
  /** The cells that the block covers. */
  readonly range: Range
}

const FULL_WIDTH = /[０-９，．（）￥]/

/**
 * What a block from a spreadsheet does when it is pasted at the first cell of a range. A blank cell in the block blanks
 * the cell below it, and a block that goes into the range a whole number of times fills it, both as in Excel.
 */
export function pasted(text: string, range: Range, frame: Frame): Pasted {
  const block = readBlock(text)
  const height = block.length
  const width = Math.max(0, ...block.map((cells) => cells.length))
  const tall = timesOver(range.bottom - range.top + 1, height)
  const wide = timesOver(range.right - range.left + 1, width)
  const fills = tall !== null && wide !== null
  const texts = Array.from({ length: height * (fills ? tall : 1) }, (_, down) => down).flatMap((down) =>
    Array.from({ length: width * (fills ? wide : 1) }, (_, right) => right).flatMap((right): Placed[] => {
      const cell = block[down % height]?.[right % width]
      return cell === undefined ? [] : [{ row: range.top + down, month: range.left + right, text: cell }]
    }),
  )
  const fit = fitted(texts, frame)
  return {
    ...fit,
    fullWidth: fit.taken.filter((cell) => FULL_WIDTH.test(cell.text)).length,
    range: covered(range, texts, frame),
  }
}

/** How often a length goes into another, when it does so exactly; else null. */
function timesOver(length: number, part: number): number | null {
  return part > 0 && length % part === 0 ? length / part : null
}

function covered({ top, left }: Range, texts: readonly Position[], { rows }: Frame): Range {
  return {
    top,
    left,
    bottom: Math.min(rows.length - 1, Math.max(top, ...texts.map((cell) => cell.row))),
    right: Math.min(LAST_MONTH, Math.max(left, ...texts.map((cell) => cell.month))),
  }
}

/** A range as tab-separated text with full numbers: what Excel, and our own paste, read as the same figures. */
export function copied(range: Range, { rows, shown, decimals }: Pick<Frame, 'rows' | 'shown' | 'decimals'>): string {
  return writeBlock(
    rowsOf(range).map((at) => {
      const row = rows[at]
      return monthsOf(range).map((month) => (row ? plainText(valueAt(shown, row.key, month), row, decimals) : ''))
    }),
  )
}
