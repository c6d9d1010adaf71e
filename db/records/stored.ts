import { z } from 'zod'
import type { Tx } from '../client'
import { lookedUp } from './looked-up'
import { LEADS, type RecordTable, type Scalar, type Values } from './tables'

/** A record as it stands in the database. Moments are ISO 8601 in UTC, days 'YYYY-MM-DD'. */
export type StoredRecord = {
  readonly id: string
  readonly identity: string
  readonly sourceAt: string
  readonly importId: string | null
  readonly values: Values
}

/** The form in which import_changes keeps a record. */
export const StoredRecordJson: z.ZodType<StoredRecord> = z.strictObject({
  id: z.uuid(),
  identity: z.string(),
  sourceAt: z.string(),
  importId: z.uuid().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

export type WhichRecords =
  | { readonly by: 'identity' | 'id' | 'account_id'; readonly among: readonly string[] }
  | { readonly by: 'import_id'; readonly among: readonly string[]; readonly limit: number }

type Cell = Scalar | Date
type Row = Readonly<Record<string, Cell>>

/** The records of a table that are asked for, each with all that a source writes. */
export async function storedRecords(
  tx: Tx,
  orgId: string,
  table: RecordTable,
  which: WhichRecords,
): Promise<StoredRecord[]> {
  const columns = Object.values(table.columns).map(([column, type]) =>
    type === 'date' ? `${column}::text` : type === 'bigint' ? `${column}::float8` : column,
  )
  const from =
    which.by === 'import_id'
      ? `${table.name} where org_id = $1 and import_id = any($2::uuid[])`
      : `${lookedUp(table.name, which.by, `$2::${which.by === 'identity' ? 'text' : 'uuid'}[]`)} r`
  const { rows } = await tx.$client.query<Row>(
    `select id, identity, source_at, import_id, ${columns.join(', ')} from ${from} order by id limit $3`,
    [orgId, which.among, which.by === 'import_id' ? which.limit : null],
  )
  const stages =
    table === LEADS
      ? await stageDates(
          tx,
          orgId,
          rows.map(({ id }) => String(id)),
        )
      : new Map()
  return rows.map((row) => recordOf(table, row, stages.get(String(row.id)) ?? {}))
}

function recordOf(table: RecordTable, row: Row, stages: Values): StoredRecord {
  const values = Object.entries(table.columns).map(([name, [column]]) => [name, plain(row[column] ?? null)])
  return {
    id: String(row.id),
    identity: String(row.identity),
    sourceAt: String(plain(row.source_at ?? null)),
    importId: row.import_id ? String(row.import_id) : null,
    values: { ...Object.fromEntries(values), ...stages },
  }
}

const plain = (cell: Cell): Scalar => (cell instanceof Date ? cell.toISOString() : cell)

async function stageDates(tx: Tx, orgId: string, leadIds: readonly string[]): Promise<Map<string, Values>> {
  if (leadIds.length === 0) return new Map()
  const { rows } = await tx.$client.query<{ lead_id: string; stage: string; reached_at: Date }>(
    `select lead_id, stage, reached_at from ${lookedUp('lead_stages', 'lead_id', '$2::uuid[]')} s`,
    [orgId, leadIds],
  )
  const dates = new Map<string, Record<string, string>>()
  for (const { lead_id, stage, reached_at } of rows) {
    const own = dates.get(lead_id) ?? {}
    own[`stage:${stage}`] = reached_at.toISOString()
    dates.set(lead_id, own)
  }
  return dates
}
