import type { Fault } from './fault'
import type { ChoiceKey } from './fields'
import type { Flag } from './flag'
import type { FileReading } from './mapping'

/** A file as its first rows show it, read in one way. */
export type Inspection = {
  readonly fileId: string
  readonly reading: FileReading
  /** Sheets of a workbook; empty for a file of text. */
  readonly sheets: readonly string[]
  /** False: some bytes cannot be read in this encoding. */
  readonly isSound: boolean
  /** The file's first rows as they stand, for choosing the row of the headers. */
  readonly top: readonly (readonly string[])[]
  readonly headers: readonly string[]
  /** Rows below the headers, at most 100. */
  readonly rows: readonly (readonly string[])[]
}

/** A value of a choice field as the file writes it first, and in how many rows it stands. */
export type FoundValue = { readonly key: string; readonly text: string; readonly rows: number }

/** All different values of the choice fields that have a column. `more`: rows whose values did not fit into the list. */
export type FoundValues = {
  readonly rows: number
  readonly values: Readonly<
    Partial<Record<ChoiceKey, { readonly found: readonly FoundValue[]; readonly more: number }>>
  >
}

/** What importing the whole file would come to. */
export type Check = {
  readonly rows: number
  readonly good: number
  readonly skipped: number
  readonly faulty: number
  readonly flags: Readonly<Partial<Record<Flag, number>>>
  /** The first ones; all are counted. */
  readonly faults: readonly Fault[]
}

/** The texts of a column in the first rows. */
export function textsOf({ headers, rows }: Pick<Inspection, 'headers' | 'rows'>, header: string): string[] {
  const index = headers.indexOf(header)
  return rows.map((row) => row[index]?.trim() ?? '')
}
