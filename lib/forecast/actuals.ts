import type { StageKey } from '#lib/funnel/stages'
import type { Ledger, LedgerRow } from '#lib/plan-vs-actual/ledger'
import type { Run } from './run'

/** What was entered for a stage in a month of the year, or before it (negative); null: blank. */
export type ReadActual = (stage: StageKey, month: number) => number | null

/** A channel's rows of a ledger, by metric. */
export type RowsOfRun = ReadonlyMap<string, LedgerRow>

const known = new WeakMap<Ledger, ReadonlyMap<string, RowsOfRun>>()
const none: RowsOfRun = new Map()

/** A channel's rows; those of all channels are gathered once per ledger. */
export function rowsOfRun(ledger: Ledger, { teamId, channelId }: Pick<Run, 'teamId' | 'channelId'>): RowsOfRun {
  const gathered = known.get(ledger) ?? gatheredRows(ledger)
  known.set(ledger, gathered)
  return gathered.get(`${teamId} ${channelId}`) ?? none
}

function gatheredRows({ rows }: Ledger): ReadonlyMap<string, RowsOfRun> {
  const gathered = new Map<string, Map<string, LedgerRow>>()
  for (const row of rows) {
    const key = `${row.teamId} ${row.channelId}`
    gathered.set(key, (gathered.get(key) ?? new Map<string, LedgerRow>()).set(row.metric, row))
  }
  return gathered
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
