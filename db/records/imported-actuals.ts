import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { addressOf, type SaveActualsInput } from '#lib/input/actuals'
import { MonthText } from '#lib/input/date'
import { LINES } from '#lib/monthly-actual'
import { countsOf, type RowResult } from '#lib/records/import'
import { placeOf } from '../commands/cell-changes'
import type { Change, Work } from '../commands/command'
import { savedActuals } from '../commands/save-actuals'
import { newId } from '../id'
import { cellsIn } from '../queries/actuals'
import { monthlyActuals } from '../schema/actuals'
import { countRows, requireRunning } from './upsert'

type Actuals = z.output<typeof SaveActualsInput>

/** A cell that an import changed, from what to what; null = blank. */
const KeptCell = z.strictObject({
  teamId: z.uuid(),
  month: MonthText,
  line: z.enum(LINES),
  channelId: z.uuid().nullable(),
  campaignId: z.uuid().nullable(),
  metric: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
})
type KeptCell = z.output<typeof KeptCell>

/** Cells of an import, saved like any others and kept as they were before. */
export async function importedActuals(
  work: Work,
  importId: string,
  actuals: Actuals,
): Promise<Change<readonly RowResult[]>> {
  await requireRunning(work, importId, 'actuals')
  const cells = actuals.cells.map((cell) => ({ ...cell, version: undefined }))
  const { change, changes } = await savedActuals(work, { ...actuals, cells })
  const changed = new Map(changes.map((each) => [addressOf(each), each]))
  const results = cells.map((cell, index): RowResult => {
    const own = changed.get(addressOf(cell))
    return { index, status: own ? (own.before === null ? 'created' : 'updated') : 'unchanged' }
  })
  const kept = changes.map((each): KeptCell => {
    return { teamId: actuals.teamId, ...placeOf(each), before: each.before, after: each.after }
  })
  await keep(work, importId, kept)
  if (!work.gathered) await countRows(work, importId, countsOf(results))
  return { value: results, audit: change.audit ?? { subjectId: importId, before: null, after: countsOf(results) } }
}

async function keep({ tx, actor }: Work, importId: string, cells: readonly KeptCell[]): Promise<void> {
  const rows = cells.map((before) => ({ id: newId(), before }))
  await tx.$client.query(
    `insert into import_changes (org_id, import_id, record_id, before)
     select $1, $2, r.id, r.before from json_to_recordset($3::json) as r(id uuid, before jsonb)`,
    [actor.orgId, importId, JSON.stringify(rows)],
  )
}

/** Gives the cells of an import the values back that they had; one that was changed since stays. Answers how many were left to see to. */
export async function undoActuals(work: Work, importId: string): Promise<number> {
  const { tx, actor } = work
  const { rows } = await tx.$client.query<{ before: unknown }>(
    'delete from import_changes where org_id = $1 and import_id = $2 returning before, record_id',
    [actor.orgId, importId],
  )
  const kept = z.array(KeptCell).parse(rows.map(({ before }) => before))
  for (const teamId of new Set(kept.map((cell) => cell.teamId))) {
    await undoTeam(
      work,
      teamId,
      kept.filter((cell) => cell.teamId === teamId),
    )
  }
  return kept.length
}

async function undoTeam(work: Work, teamId: string, kept: readonly KeptCell[]): Promise<void> {
  const { tx, actor } = work
  const standing = await cellsIn(tx, actor.orgId, eq(monthlyActuals.teamId, teamId))
  const now = new Map(standing.map((cell) => [addressOf(cell), cell.value]))
  const cells = kept
    .filter((cell) => (now.get(addressOf(cell)) ?? null) === cell.after)
    .map((cell) => ({ ...placeOf(cell), value: cell.before }))
  if (cells.length > 0) await savedActuals(work, { teamId, cells, reason: null }, true)
}
