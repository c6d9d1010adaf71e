import { unguarded } from './formula-safe'
import type { ImportMapping } from './mapping'
import { valueKey } from './values'

/** A cell's text of a field in one row: '' when it is blank, holds a word that means blank, or the file has no such column. */
export type CellReader = (row: readonly string[], field: string) => string

/** The index of each mapped field's column; a column that the file does not have is left out. */
export function columnIndexes(
  mapping: Pick<ImportMapping, 'columns'>,
  headers: readonly string[],
): Map<string, number> {
  const places = new Map(headers.map((header, index) => [header, index]))
  const found = Object.entries(mapping.columns).map(([field, { header }]) => [field, places.get(header)] as const)
  return new Map(found.filter((entry): entry is readonly [string, number] => entry[1] !== undefined))
}

/** Reads cells as the mapping says. Values lose spaces at both ends. */
export function cellReader(mapping: ImportMapping, headers: readonly string[]): CellReader {
  const indexes = columnIndexes(mapping, headers)
  const missing = new Set(mapping.missing.map(valueKey))
  const longest = Math.max(0, ...[...missing].map((word) => word.length))
  return (row, field) => {
    const index = indexes.get(field)
    const text = index === undefined ? '' : unguarded((row[index] ?? '').trim())
    // Only a short text can be one of those words, even one written with wider blanks.
    return text.length > 0 && text.length <= longest * 2 && missing.has(valueKey(text)) ? '' : text
  }
}
