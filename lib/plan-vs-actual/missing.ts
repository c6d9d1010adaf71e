import { isAwaited, type Ledger, type LedgerMetric, type LedgerRow } from './ledger'

/** A blank cell that belongs to a finished month: what someone has still to enter. */
export type MissingCell = Pick<LedgerRow, 'teamId' | 'line' | 'channelId' | 'metric'> & {
  /** Index from the year's first month. */
  readonly month: number
}

/** Blank cells of finished months, by month, in the ledger's order. */
export function missing(ledger: Ledger): MissingCell[] {
  const awaited = awaitedRows(ledger)
  return finishedMonths(ledger).flatMap((month) =>
    awaited
      .filter((row) => isBlank(row, month))
      .map(({ teamId, line, channelId, metric }) => ({ teamId, line, channelId, metric, month })),
  )
}

/** What one person enters in one go: a team's month, or the part of it that is still blank. */
export type MissingPlace = Pick<MissingCell, 'teamId' | 'line' | 'channelId' | 'month'> & {
  /** Nothing of the team's month is entered yet: line and channel say nothing then. */
  readonly wholeMonth: boolean
  readonly metrics: readonly LedgerMetric[]
}

/** Blank cells gathered by team, month and line or channel, the latest month first. */
export function missingPlaces(ledger: Ledger): MissingPlace[] {
  const places = new Map<string, MissingPlace & { metrics: LedgerMetric[] }>()
  for (const { teamId, month, line, channelId, metric } of missing(ledger)) {
    const wholeMonth = isUntouched(ledger, teamId, month)
    const key = [teamId, month, ...(wholeMonth ? [] : [line, channelId])].join(' ')
    const place = places.get(key) ?? { teamId, month, line, channelId, wholeMonth, metrics: [] }
    place.metrics.push(metric)
    places.set(key, place)
  }
  return [...places.values()].sort((a, b) => b.month - a.month)
}

const isBlank = (row: LedgerRow, month: number) => (row.actual[month] ?? null) === null

function awaitedRows({ rows }: Ledger): LedgerRow[] {
  return rows.filter((row) => row.line !== 'unallocated' && isAwaited(row))
}

function finishedMonths({ finishedThrough }: Ledger): number[] {
  return Array.from({ length: finishedThrough + 1 }, (_, month) => month)
}

function isUntouched(ledger: Ledger, teamId: string, month: number): boolean {
  return ledger.rows.every((row) => row.teamId !== teamId || isBlank(row, month))
}
