import type { StageKey } from '#lib/funnel/stages'
import type { Ledger, LedgerRow } from '#lib/plan-vs-actual/ledger'
import type { Run } from './run'

/** What was entered for a stage in a month of the year, or before it (negative); null: blank. */
export type ReadActual = (stage: StageKey, month: number) => number | null

/** A channel's rows of a ledger, by metric. */
export type RowsOfRun = ReadonlyMap<string, LedgerRow>

export function rowsOfRun(ledger: Ledger, { teamId, channelId }: Pick<Run, 'teamId' | 'channelId'>): RowsOfRun {
  const own = ledger.rows.filter((row) => row.teamId === teamId && row.channelId === channelId)
  return new Map(own.map((row) => [row.metric, row]))
}

/** Reads a run's actuals up to the boundary; what was entered after it is not yet history. */
export function actualsOf(run: Run, rows: RowsOfRun, through: number): ReadActual {
  return (stage, month) => {
    if (month > through) return null
    if (month >= 0) return rows.get(stage)?.actual[month] ?? null
    const before = run.before[stage] ?? []
    return before[before.length + month] ?? null
  }
}
