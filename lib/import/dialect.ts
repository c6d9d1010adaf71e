import { parse } from 'csv-parse/sync'

export const DELIMITERS = [',', '\t', ';', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** How csv-parse reads a table whose lines end in CR, LF or both. A quote inside an unquoted cell is an ordinary character. */
export function readingOptions(delimiter: Delimiter) {
  return {
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }
}

/** Longest row that is read, in characters: a longer one is a file with an unclosed quote, or no table. */
export const LONGEST_ROW = 1_000_000
export const MOST_COLUMNS = 1000

/** The rows at the beginning of a text that may be cut anywhere; the cut row is left out unless the text is whole. */
export function firstRows(text: string, delimiter: Delimiter, { isWhole }: { readonly isWhole: boolean }): string[][] {
  const rows: string[][] = []
  try {
    parse(text, {
      ...readingOptions(delimiter),
      max_record_size: LONGEST_ROW,
      to: 100,
      on_record: (row: string[]) => {
        rows.push(row)
        return null
      },
    })
  } catch {
    // A quote that closes behind the cut, or never: the rows before it stand, and the whole reading names the row.
    return rows
  }
  return isWhole || rows.length >= 100 ? rows : rows.slice(0, -1)
}

/** The separator that gives most rows the same number of cells, above one. Without a winner: a comma. */
export function detectDelimiter(text: string, whole: { readonly isWhole: boolean }): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(firstRows(text, delimiter, whole)) }))
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

/** Rows of the commonest width × that width; 0 when the commonest width is one cell. */
function evenness(rows: readonly string[][]): number {
  const byWidth = new Map<number, number>()
  for (const { length } of rows) byWidth.set(length, (byWidth.get(length) ?? 0) + 1)
  const [width, count] = [...byWidth].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0])
  return width > 1 ? (count / rows.length) * (1 + Math.log(width)) : 0
}

/**
 * The row of the headers, from 0: the first one as wide as the table in which most cells are filled with words.
 * Reports begin with a title and the day on which they were made.
 */
export function detectHeaderRow(rows: readonly (readonly string[])[]): number {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length
  const widest = Math.max(0, ...rows.map(filled))
  const isHeader = (row: readonly string[]) => {
    const cells = row.map((cell) => cell.trim()).filter(Boolean)
    const words = cells.filter((cell) => !/^[\d\s.,:/¥$%-]+$/.test(cell))
    return cells.length * 2 > widest && words.length * 2 > cells.length
  }
  return Math.max(0, rows.findIndex(isHeader))
}

/** Header cells as names: trimmed, blank ones named by their column's letter, a second one of the same name numbered. */
export function headerNames(row: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return row.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `(${columnLetter(index)})`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** 0 → A, 25 → Z, 26 → AA: the column as a spreadsheet names it. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnLetter(Math.floor(index / 26) - 1)}${last}`
}
