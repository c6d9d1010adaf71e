import type { ErrorCode } from './errors'

/** Why a write did not happen. `message` and `fields` are sentences in the person's language. */
export type Rejection = {
  readonly ok: false
  readonly code: ErrorCode | 'fault'
  readonly message: string
  /** Field name (path with dots) → sentence. */
  readonly fields: Readonly<Record<string, string>>
  /** Number of the log entry, for faults. */
  readonly reference: string | null
}

/** The answer of every server action. */
export type Result<T> = { readonly ok: true; readonly value: T } | Rejection

/** State of a form that works without JavaScript. Rejected forms get their values back. */
export type FormState =
  | { readonly state: 'idle' }
  | { readonly state: 'saved' }
  | {
      readonly state: 'rejected'
      readonly message: string
      readonly fields: Readonly<Record<string, string>>
      readonly reference: string | null
      readonly values: Readonly<Record<string, string>>
    }
