import { ROW_FAULTS } from '#lib/records/import'

/** Why a row cannot be taken in: keys of the i18n namespace `data`, below `faults`. */
export const FAULT_KINDS = [
  'required',
  'numberUnreadable',
  'numberFraction',
  'numberTooLarge',
  'numberNegative',
  'dateUnreadable',
  'dateNotExisting',
  'dateNoYear',
  'undecodable',
  'textLong',
  'textUnseen',
  'valueUnmapped',
  'tooFewCells',
  'tooManyCells',
  'emailInvalid',
  ...ROW_FAULTS,
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export type Fault = {
  /** Row of the file as a spreadsheet numbers it: the header row is usually 1. */
  readonly row: number
  /** Field that the cell belongs to; null: the row as a whole. */
  readonly field: string | null
  /** Header of its column; null: the row as a whole, or no column. */
  readonly column: string | null
  readonly kind: FaultKind
  /** What stands there, cut to 60 characters. */
  readonly value: string
}

/** A text for a list of faults: one line, without characters that cannot be seen. */
export function shownValue(text: string): string {
  const line = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()]
  return line.length > 60 ? `${line.slice(0, 59).join('')}…` : line.join('')
}
