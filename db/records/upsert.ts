import { conflict, notFound } from '#lib/errors'
import { countsOf, type ImportKind, NO_ROWS, type RowCounts, type RowResult } from '#lib/records/import'
import { markRecords } from '../attribution/dirty'
import type { Change, Work } from '../commands/command'
import type { Touched } from './contributions'
import { opportunitiesOf } from './derived'
import { type Incoming, type Merged, merged } from './merged'
import type { References } from './references'
import { recounted } from './rollup'
import { type StoredRecord, storedRecords } from './stored'
import { LEADS, OPPORTUNITIES, type RecordTable, TABLE_OF, TOUCHES } from './tables'
import { writeRecords } from './written'

export type RecordKind = Exclude<ImportKind, 'actuals'>

/**
 * The whole of an upsert after its rows were read: newest source time wins, what was before is kept for undo, figures
 * and derived fields follow, all in the command's transaction, which holds lockRecords.
 */
export async function upserted(
  work: Work,
  kind: RecordKind,
  importId: string | null,
  rows: readonly Incoming[],
  references: References,
): Promise<Change<readonly RowResult[]>> {
  const { tx, actor } = work
  const table = TABLE_OF[kind]
  if (importId !== null) await requireRunning(work, importId, kind)
  const identities = [...new Set(rows.map(({ identity }) => identity))]
  const standing = await storedRecords(tx, actor.orgId, table, { by: 'identity', among: identities })
  const now = new Date().toISOString()
  const outcome = merged(rows, standing, { importId, now, references })
  await writeOutcome(work, table, outcome)
  const counts = countsOf(outcome.results)
  if (importId !== null) {
    await keepBefore(work, importId, outcome)
    if (!work.gathered) await countRows(work, importId, counts)
  }
  const audit = { subjectId: importId ?? actor.orgId, before: null, after: counts }
  return { value: outcome.results, audit: outcome.changed.size > 0 || importId !== null ? audit : null }
}

async function writeOutcome(work: Work, table: RecordTable, { writes, before, changed }: Merged): Promise<void> {
  const { tx, actor } = work
  const records = writes.filter(({ identity }) => changed.has(identity))
  const known = [...before.values()].filter(({ identity }) => changed.has(identity))
  const standing = writes.flatMap(({ identity }) => before.get(identity)?.id ?? [])
  const touched = await touchedBy(work, table, known, records)
  await markRecords(work, table, known, records)
  const write = async () => {
    await writeRecords(tx, actor.orgId, table, writes, standing)
    return withOwn(table, touched, records)
  }
  if (records.length === 0) await writeRecords(tx, actor.orgId, table, writes, standing)
  else await recounted(work, touched, write, table === LEADS ? records : null)
}

const NONE: Touched = { leads: [], opportunities: [], costs: [], journeys: [], influences: [] }

/** Records whose figures a write may change: those that it changes, and those that hang together with them. */
export async function touchedBy(
  { tx, actor }: Work,
  table: RecordTable,
  known: readonly StoredRecord[],
  records: readonly StoredRecord[],
): Promise<Touched> {
  const fields = (name: string) =>
    [...new Set([...known, ...records].map(({ values }) => values[name]))].filter((id) => typeof id === 'string')
  const ids = known.map(({ id }) => id)
  const touched = table === TOUCHES ? { accounts: fields('accountId'), leads: fields('leadId') } : null
  const hanging = await opportunitiesOf(tx, actor.orgId, {
    accounts: table === OPPORTUNITIES ? fields('accountId') : [],
    leads: table === LEADS ? ids : [],
    touched: touched?.accounts ?? [],
  })
  const influences = touched ? await opportunitiesOf(tx, actor.orgId, touched) : []
  const journeys = table === OPPORTUNITIES ? fields('leadId') : []
  return withOwn(table, { ...NONE, opportunities: hanging, journeys, influences }, known)
}

/** What was touched with the records of the written table as they stand; leads that are not among these are gone. */
export function withOwn(table: RecordTable, touched: Touched, standing: readonly StoredRecord[]): Touched {
  if (table === LEADS) return { ...touched, leads: standing }
  const key = table === OPPORTUNITIES ? 'opportunities' : table === TOUCHES ? null : 'costs'
  if (key === null) return touched
  return { ...touched, [key]: [...new Set([...(touched[key] ?? []), ...standing.map(({ id }) => id)])] }
}

/** The import, locked; another's, or one of another kind, is not found. */
export async function requireRunning({ tx, actor }: Work, importId: string, kind: ImportKind): Promise<void> {
  const { rows } = await tx.$client.query<{ state: string; kind: string }>(
    'select state, kind from imports where org_id = $1 and id = $2 for no key update',
    [actor.orgId, importId],
  )
  const found = rows[0]
  if (!found || found.kind !== kind) throw notFound()
  if (found.state !== 'running') throw conflict('importEnded')
}

/** What an import changes of others' records is kept as it was; of its own, nothing was before. */
async function keepBefore({ tx, actor }: Work, importId: string, { before, changed }: Merged): Promise<void> {
  const kept = [...before.values()].filter((record) => changed.has(record.identity) && record.importId !== importId)
  if (kept.length === 0) return
  await tx.$client.query(
    `insert into import_changes (org_id, import_id, record_id, before)
     select $1, $2, (r.value ->> 'id')::uuid, r.value from json_array_elements($3::json) as r
     on conflict do nothing`,
    [actor.orgId, importId, JSON.stringify(kept)],
  )
}

/** Adds to what an import has done so far: its progress. */
export async function countRows({ tx, actor }: Work, importId: string, counts: RowCounts): Promise<void> {
  const sums = Object.keys(NO_ROWS).map(
    (status) => `'${status}', coalesce((counts ->> '${status}')::bigint, 0) + ($3::jsonb ->> '${status}')::bigint`,
  )
  await tx.$client.query(
    `update imports set active_at = $4, counts = counts || jsonb_build_object(${sums.join(', ')})
     where org_id = $1 and id = $2`,
    [actor.orgId, importId, JSON.stringify(counts), new Date()],
  )
}
