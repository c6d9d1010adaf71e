import { isAwaited, type Ledger, type LedgerRow } from './ledger'

/** A blank cell that belongs to a finished month: what someone has still to enter. */
export type MissingCell = Pick<LedgerRow, 'teamId' | 'line' | 'channelId' | 'metric'> & {
  /** Index from the year's first month. */
  readonly month: number
}

/** Blank cells of finished months, by month, in the ledger's order. */
export function missing(ledger: Ledger): MissingCell[] {
  const finished = Array.from({ length: ledger.finishedThrough + 1 }, (_, month) => month)
  const awaited = ledger.rows.filter(isAwaited)
  return finished.flatMap((month) =>
    awaited
      .filter((row) => (row.actual[month] ?? null) === null)
      .map(({ teamId, line, channelId, metric }) => ({ teamId, line, channelId, metric, month })),
  )
}
