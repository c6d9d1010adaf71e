import type { z } from 'zod'
import type { ActualsRow } from '#lib/import/records'
import type { RecordRows } from '#lib/import/row-reader'
import type { CostRow } from '#lib/records/cost'
import { countsOf, type ImportKind, type RowCounts, type RowResult } from '#lib/records/import'
import type { LeadRow } from '#lib/records/lead'
import type { OpportunityRow } from '#lib/records/opportunity'
import type { TouchRow } from '#lib/records/touch'
import type { Command, Work } from '../commands/command'
import { importActuals } from '../commands/import-actuals'
import { upsertCosts } from '../commands/upsert-costs'
import { upsertLeads } from '../commands/upsert-leads'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { upsertTouches } from '../commands/upsert-touches'
import type { Session } from '../queries/session'

/** Writes a batch: by itself, or within the transaction of the whole import. */
export type Place = { readonly importId: string; readonly by: Session | Work; readonly reason: string | null }
export type Outcome = { readonly counts: RowCounts; readonly refused: readonly RowResult[] }
export type Writer<Row> = (place: Place, rows: readonly Row[]) => Promise<Outcome>

type Writers = { readonly [Kind in ImportKind]: Writer<RecordRows[Kind]> }

/** One writer for each kind, on the commands that everybody uses. */
export const WRITERS: Writers = {
  leads: ({ importId, by }, rows: readonly LeadRow[]) => outcome(run(upsertLeads, by, { importId, rows: [...rows] })),
  opportunities: ({ importId, by }, rows: readonly OpportunityRow[]) =>
    outcome(run(upsertOpportunities, by, { importId, rows: [...rows] })),
  touches: ({ importId, by }, rows: readonly TouchRow[]) =>
    outcome(run(upsertTouches, by, { importId, rows: [...rows] })),
  costs: ({ importId, by }, rows: readonly CostRow[]) => outcome(run(upsertCosts, by, { importId, rows: [...rows] })),
  actuals: writeActuals,
}

/** Counts are those of cells, of which a row may have several. */
async function writeActuals({ importId, by, reason }: Place, rows: readonly ActualsRow[]): Promise<Outcome> {
  const results: RowResult[] = []
  for (const teamId of new Set(rows.map((row) => row.teamId))) {
    const cells = rows.flatMap((row) => (row.teamId === teamId ? row.cells : []))
    for (let from = 0; from < cells.length; from += 5000) {
      const actuals = { teamId, cells: cells.slice(from, from + 5000), reason }
      results.push(...(await run(importActuals, by, { importId, actuals })))
    }
  }
  return { counts: countsOf(results), refused: [] }
}

async function run<Schema extends z.ZodType, T>(
  command: Command<Schema, T>,
  by: Session | Work,
  given: z.input<Schema>,
): Promise<T> {
  return 'tx' in by ? (await command.within(by, given)).value : command(by, given)
}

async function outcome(written: Promise<readonly RowResult[]>): Promise<Outcome> {
  const results = await written
  return { counts: countsOf(results), refused: results.filter(({ status }) => status === 'refused') }
}
