import { z } from 'zod'
import { SaveActualsInput } from '#lib/input/actuals'
import { freeText } from '#lib/input/text'

export const IMPORT_KINDS = ['leads', 'opportunities', 'touches', 'costs', 'actuals'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** 'interrupted': the server ended in the middle; what had been written is undone, and the file may be sent again. */
export const IMPORT_STATES = ['running', 'done', 'undone', 'failed', 'interrupted'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What became of a row. 'older': a newer version of the record stands already. */
export const ROW_STATUSES = ['created', 'updated', 'unchanged', 'older', 'refused'] as const
export type RowStatus = (typeof ROW_STATUSES)[number]

/** Why a row was refused, or what was left out of one that was written (a lead that is not known): keys of `errors`. */
export const ROW_FAULTS = [
  'teamUnknown',
  'channelUnknown',
  'campaignUnknown',
  'stageUnknown',
  'leadUnknown',
  'recordTwice',
] as const
export type RowFault = (typeof ROW_FAULTS)[number]

export type RowResult = { readonly index: number; readonly status: RowStatus; readonly fault?: RowFault }

export type RowCounts = Readonly<Record<RowStatus, number>>

export const NO_ROWS: RowCounts = { created: 0, updated: 0, unchanged: 0, older: 0, refused: 0 }

/** How many rows became what. */
export function countsOf(results: readonly RowResult[]): RowCounts {
  const counts = { ...NO_ROWS }
  for (const { status } of results) counts[status]++
  return counts
}

/** How a file was read: the Data screen's own form, kept as it is. */
const Mapping = z.record(z.string(), z.json())

export const StartImportInput = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  fileName: freeText(300, { long: 'textLong', unseen: 'textUnseen' }).pipe(z.string({ error: 'textMissing' })),
  mapping: Mapping,
})

export const FinishImportInput = z.strictObject({
  importId: z.uuid(),
  state: z.enum(['done', 'failed', 'interrupted']),
  /** Rows that were left out before they reached a command, by kind of fault; shown with the import. */
  faulty: z.int().min(0).default(0),
})

export const ImportId = z.strictObject({ importId: z.uuid() })

/** A mapping that is remembered for the next file with the same headers. */
export const RememberShapeInput = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  shape: z.string().min(1).max(100),
  mapping: Mapping,
})

/** Up to 5,000 rows of an import, or of the API (importId null). */
export function upsertInput<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ importId: z.uuid().nullable(), rows: z.array(row).min(1).max(5000) })
}

/** Up to 5,000 cells of an import of monthly actuals. */
export const ImportActualsInput = z.strictObject({ importId: z.uuid(), actuals: SaveActualsInput })
