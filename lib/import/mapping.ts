import { z } from 'zod'
import { IMPORT_KINDS } from '#lib/records/import'
import { NUMBER_STYLES } from './amount'
import { DELIMITERS } from './dialect'
import { ENCODINGS } from './encoding'
import { CHOICE_KEYS } from './fields'
import { DATE_STYLES } from './moment'

/** How the file itself is read. */
export const FileReading = z.strictObject({
  /** A workbook has a sheet instead of an encoding and a delimiter. */
  sheet: z.string().max(100).nullable(),
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  /** Row of the headers, from 0. */
  headerRow: z.int().min(0).max(100),
})
export type FileReading = z.output<typeof FileReading>

/** A field's column, by its header: a file with its columns in another order is read alike. */
export const ColumnReading = z.strictObject({
  header: z.string().max(1000),
  number: z.enum(NUMBER_STYLES).default('point'),
  date: z.enum(DATE_STYLES).default('ymd'),
})
export type ColumnReading = z.output<typeof ColumnReading>

const Text = z.string().max(300)

/** All that a person decides about a file; remembered for the next file with the same headers. */
export const ImportMapping = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  file: FileReading,
  /** Field → its column. */
  columns: z.record(z.string().max(80), ColumnReading),
  /** Choice field → value as it stands in the file ('' = blank) → an id, a word of the field, or one of lib/import/values.ts. */
  values: z.partialRecord(z.enum(CHOICE_KEYS), z.record(Text, Text)),
  /** What counts for rows without a column of their own for it. */
  fallback: z.strictObject({ teamId: z.uuid(), channelId: z.uuid().nullable() }),
  /** Words that mean a blank cell: unknown, Select. */
  missing: z.array(z.string().max(40)).max(50),
  /** An amount of 0 means that nobody filled it in. */
  zeroIsMissing: z.boolean(),
  /** Amounts include tax at this rate in percent; 0: they do not. */
  taxPercent: z.int().min(0).max(30),
})
export type ImportMapping = z.output<typeof ImportMapping>
