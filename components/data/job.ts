import type { Check, FoundValues } from '#lib/import/inspection'
import type { RowCounts } from '#lib/records/import'

/** What became of a file. */
export type Outcome = {
  readonly importId: string
  readonly counts: RowCounts
  readonly faulty: number
  readonly skipped: number
}

export type JobValue =
  | { readonly kind: 'values'; readonly found: FoundValues }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'run'; readonly outcome: Outcome }

export type JobProgress = { readonly rows: number; readonly bytes: number; readonly total: number }

/** Long work of the server, asked for again and again until it is done. */
export type JobState =
  | { readonly state: 'running'; readonly progress: JobProgress }
  | { readonly state: 'done'; readonly value: JobValue }
