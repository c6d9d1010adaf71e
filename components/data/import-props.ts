import type { OwnThings } from '#lib/import/choices'
import type { Currency } from '#lib/input/account'
import type { Stage } from '#lib/organisation'
import type { ImportKind } from '#lib/records/import'
import type { ImportVerbs } from './verbs'

/** What the steps of an import know of the organisation. */
export type ImportProps = {
  readonly stages: readonly Stage[]
  readonly own: OwnThings
  readonly currency: Currency
  readonly timeZone: string
  /** Whether the person may add channels. */
  readonly mayCreate: boolean
  readonly verbs: ImportVerbs
}

export const KINDS = ['leads', 'opportunities', 'touches', 'costs', 'actuals'] as const satisfies readonly ImportKind[]

export const STEPS = ['file', 'reading', 'columns', 'values', 'check', 'run', 'result'] as const
export type Step = (typeof STEPS)[number]
