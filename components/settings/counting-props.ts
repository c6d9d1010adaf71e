import type { CountFromInput } from '#lib/records/counted'
import type { Result } from '#lib/result'

/** A figure whose counting is chosen; words and numbers are written already. */
export type CountingRow = {
  readonly place: Omit<CountFromInput, 'month'>
  readonly name: string
  /** Names the choice for a screen reader: channel and metric. */
  readonly label: string
  /** '2026-04'; '' = by hand. */
  readonly chosen: string
  /** Months that exist both by hand and from records: how many agree, and those that do not. */
  readonly agreeing: string | null
  readonly differing: readonly string[]
}

export type CountingGroup = { readonly key: string; readonly name: string; readonly rows: readonly CountingRow[] }

export type CountingMonth = { readonly month: string; readonly name: string }

/** Null for people who may only read. */
export type CountFrom = ((input: CountFromInput) => Promise<Result<void>>) | null
