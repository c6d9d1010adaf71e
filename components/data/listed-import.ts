import type { ImportKind, ImportState, RowCounts } from '#lib/records/import'
import type { Result } from '#lib/result'

/** An import as the list shows it. */
export type ListedImport = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly state: ImportState
  readonly counts: RowCounts & { readonly faulty: number }
  readonly by: string
  /** Written for the reader, in the organisation's time zone. */
  readonly at: string
}

export type UndoImport = (input: { importId: string }) => Promise<Result<unknown>>
