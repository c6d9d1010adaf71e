import type { ActualsRow } from '#lib/import/records'
import type { RecordRows } from '#lib/import/row-reader'
import type { CostRow } from '#lib/records/cost'
import { countsOf, type ImportKind, type RowCounts, type RowResult } from '#lib/records/import'
import type { LeadRow } from '#lib/records/lead'
import type { OpportunityRow } from '#lib/records/opportunity'
import type { TouchRow } from '#lib/records/touch'
import type { Prepared, Work } from '../commands/command'
import { importActuals } from '../commands/import-actuals'
import { upsertCosts } from '../commands/upsert-costs'
import { upsertLeads } from '../commands/upsert-leads'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { upsertTouches } from '../commands/upsert-touches'
import type { Session } from '../queries/session'

/** Writes a batch: by itself, or within the transaction of the whole import. */
export type Place = { readonly importId: string; readonly by: Session | Work; readonly reason: string | null }
export type Outcome = { readonly counts: RowCounts; readonly refused: readonly RowResult[] }
/** Reads the rows as its command takes them, and answers the write, which may come later and be tried again. */
export type Writer<Row> = (place: Place, rows: readonly Row[]) => () => Promise<Outcome>

type Writers = { readonly [Kind in ImportKind]: Writer<RecordRows[Kind]> }

/** One writer for each kind, on the commands that everybody uses. */
export const WRITERS: Writers = {
  leads: ({ importId, by }, rows: readonly LeadRow[]) => {
    const upsert = upsertLeads.prepared({ importId, rows: [...rows] })
    return () => outcome(run(upsert, by))
  },
  opportunities: ({ importId, by }, rows: readonly OpportunityRow[]) => {
    const upsert = upsertOpportunities.prepared({ importId, rows: [...rows] })
    return () => outcome(run(upsert, by))
  },
  touches: ({ importId, by }, rows: readonly TouchRow[]) => {
    const upsert = upsertTouches.prepared({ importId, rows: [...rows] })
    return () => outcome(run(upsert, by))
  },
  costs: ({ importId, by }, rows: readonly CostRow[]) => {
    const upsert = upsertCosts.prepared({ importId, rows: [...rows] })
    return () => outcome(run(upsert, by))
  },
  actuals: (place, rows) => () => writeActuals(place, rows),
}

/** Counts are those of cells, of which a row may have several. */
async function writeActuals({ importId, by, reason }: Place, rows: readonly ActualsRow[]): Promise<Outcome> {
  const results: RowResult[] = []
  for (const teamId of new Set(rows.map((row) => row.teamId))) {
    const cells = rows.flatMap((row) => (row.teamId === teamId ? row.cells : []))
    for (let from = 0; from < cells.length; from += 5000) {
      const actuals = { teamId, cells: cells.slice(from, from + 5000), reason }
      results.push(...(await run(importActuals.prepared({ importId, actuals }), by)))
    }
  }
  return { counts: countsOf(results), refused: [] }
}

async function run<T>(prepared: Prepared<T>, by: Session | Work): Promise<T> {
  return 'tx' in by ? (await prepared.within(by)).value : prepared.alone(by)
}

async function outcome(written: Promise<readonly RowResult[]>): Promise<Outcome> {
  const results = await written
  return { counts: countsOf(results), refused: results.filter(({ status }) => status === 'refused') }
}
