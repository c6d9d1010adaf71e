import type { Check, FoundValues, Inspection } from '#lib/import/inspection'
import type { ImportMapping } from '#lib/import/mapping'
import type { Step } from './import-props'
import type { JobProgress, JobValue, Outcome } from './job'

/** Where an import stands. What a step needs is there once the steps before it are done. */
export type ImportState = {
  readonly step: Step
  readonly file: File | null
  /** Share of the file that has gone up; null when none is going. */
  readonly uploading: number | null
  readonly inspection: Inspection | null
  readonly mapping: ImportMapping | null
  readonly isRemembered: boolean
  /** Fields whose style the person must choose. */
  readonly uncertain: readonly string[]
  readonly found: FoundValues | null
  readonly check: Check | null
  readonly outcome: Outcome | null
  /** Long work that is under way, and how far it is. */
  readonly job: { readonly kind: JobValue['kind']; readonly progress: JobProgress | null } | null
  readonly isBusy: boolean
  readonly error: string | null
}

export const START: ImportState = {
  ...{ step: 'file', file: null, uploading: null, inspection: null, mapping: null },
  ...{ isRemembered: false, uncertain: [], found: null, check: null, outcome: null },
  ...{ job: null, isBusy: false, error: null },
}
