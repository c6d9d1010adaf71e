import type { Tx } from '../client'
import { lookedUp } from './looked-up'
import type { StoredRecord } from './stored'
import { LEADS, type RecordTable, type Scalar } from './tables'

/**
 * Writes records as they shall stand: new ones are added, known ones replaced unless a newer version stands.
 * One statement per table, the rows in one JSON parameter.
 * @param known ids of those that stood before: only these may have stage dates to replace
 */
export async function writeRecords(
  tx: Tx,
  orgId: string,
  table: RecordTable,
  records: readonly StoredRecord[],
  known: readonly string[],
): Promise<void> {
  if (records.length === 0) return
  const own = Object.entries(table.columns)
  const columns = ['source_at', 'import_id', ...own.map(([, [column]]) => column)]
  const derived = Object.keys(table.derived)
  const typed = own.map(([, [column, type]]) => `${column} ${type}`).join(', ')
  const rows = records.map((record) => rowOf(own, record))
  await tx.$client.query(
    `insert into ${table.name} (org_id, id, identity, ${[...columns, ...derived].join(', ')})
     select $1, r.id, r.identity, ${[...columns.map((column) => `r.${column}`), ...Object.values(table.derived)].join(', ')}
     from json_to_recordset($2::json) as r(id uuid, identity text, source_at timestamptz, import_id uuid, ${typed})
     on conflict (org_id, identity) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [orgId, JSON.stringify(rows)],
  )
  if (table === LEADS) await writeStages(tx, orgId, records, known)
}

/** A row without its nulls: a column that JSON does not name is null, and most rows leave several blank. */
function rowOf(
  own: readonly (readonly [string, readonly [column: string, type: string]])[],
  { id, identity, sourceAt, importId, values }: StoredRecord,
): Record<string, Scalar> {
  const row: Record<string, Scalar> = { id, identity, source_at: sourceAt, import_id: importId }
  for (const [name, [column]] of own) {
    const value = values[name] ?? null
    if (value !== null) row[column] = value
  }
  return row
}

async function writeStages(
  tx: Tx,
  orgId: string,
  records: readonly StoredRecord[],
  known: readonly string[],
): Promise<void> {
  const rows = records.flatMap(({ id, values }) =>
    Object.entries(values).flatMap(([name, at]) =>
      name.startsWith('stage:') && at !== null ? [{ lead_id: id, stage: name.slice(6), reached_at: at }] : [],
    ),
  )
  if (known.length > 0) {
    const found = lookedUp('lead_stages', 'lead_id', '$2::uuid[]')
    await tx.$client.query(
      `delete from lead_stages where org_id = $1 and (lead_id, stage) in (select lead_id, stage from ${found} s)`,
      [orgId, known],
    )
  }
  await tx.$client.query(
    `insert into lead_stages (org_id, lead_id, stage, reached_at)
     select $1, r.lead_id, r.stage, r.reached_at
     from json_to_recordset($2::json) as r(lead_id uuid, stage text, reached_at timestamptz)`,
    [orgId, JSON.stringify(rows)],
  )
}

/** Removes records for good; what pointed at a lead that goes points at none. */
export async function removeRecords(tx: Tx, orgId: string, table: RecordTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  if (table === LEADS) {
    for (const pointing of ['opportunities', 'touches']) {
      await tx.$client.query(`update ${pointing} set lead_id = null where org_id = $1 and lead_id = any($2::uuid[])`, [
        orgId,
        ids,
      ])
    }
  }
  await tx.$client.query(`delete from ${table.name} where org_id = $1 and id = any($2::uuid[])`, [orgId, ids])
}
