export const PAGE_SIZE = 50

/** A page of a list: the next one begins after `next`; null: this is the last. */
export type Page<Row> = {
  readonly rows: readonly Row[]
  readonly next: string | null
  /** All that the filter finds. */
  readonly total: number
  readonly amount: number
}
