import { z } from 'zod'
import { markRecords } from '../attribution/dirty'
import type { Work } from '../commands/command'
import { type AccountMerges, accountMergesIn } from './account-merges'
import { removeUnusedAccounts } from './accounts'
import { recounted } from './rollup'
import { type StoredRecord, StoredRecordJson, storedRecords } from './stored'
import type { RecordTable } from './tables'
import { touchedBy, withOwn } from './upsert'
import { removeRecords, writeRecords } from './written'

/** Records that one transaction takes back. */
const CHUNK = 5000

/**
 * Takes back some of what an import wrote and nobody has written since: what it changed stands again as before, what
 * it created goes. Answers how many; 0 = nothing is left.
 */
export async function undoSome(work: Work, table: RecordTable, importId: string): Promise<number> {
  const { tx, actor } = work
  const which = { by: 'import_id', among: [importId], limit: CHUNK } as const
  const own = await storedRecords(tx, actor.orgId, table, which)
  if (own.length === 0) return 0
  const before = await keptBefore(
    work,
    importId,
    own.map(({ id }) => id),
  )
  const restored = own.flatMap(({ id }) => before.get(id) ?? [])
  const created = own.filter(({ id }) => !before.has(id))
  const touched = await touchedBy(work, table, own, restored)
  await markRecords(work, table, own, restored)
  await recounted(work, touched, async () => {
    const ids = restored.map(({ id }) => id)
    await writeRecords(tx, actor.orgId, table, restored, ids)
    await removeRecords(
      tx,
      actor.orgId,
      table,
      created.map(({ id }) => id),
    )
    return withOwn(table, touched, restored)
  })
  await removeUnusedAccounts(tx, actor.orgId, accountsOf(own))
  return own.length
}

async function keptBefore(
  { tx, actor }: Work,
  importId: string,
  ids: readonly string[],
): Promise<Map<string, StoredRecord>> {
  const { rows } = await tx.$client.query<{ before: unknown }>(
    'select before from import_changes where org_id = $1 and import_id = $2 and record_id = any($3::uuid[])',
    [actor.orgId, importId, ids],
  )
  const merges = await accountMergesIn(tx, actor.orgId)
  const records = z.array(StoredRecordJson).parse(rows.map(({ before }) => before))
  return new Map(records.map((record) => [record.id, ofAccount(record, merges)]))
}

/** A record of an account that was merged into another since is the other's. */
function ofAccount(record: StoredRecord, merges: AccountMerges): StoredRecord {
  const { accountId } = record.values
  if (typeof accountId !== 'string') return record
  return { ...record, values: { ...record.values, accountId: merges.accountOf(accountId) } }
}

const accountsOf = (records: readonly StoredRecord[]) => [
  ...new Set(records.map(({ values }) => values.accountId).filter((id) => typeof id === 'string')),
]

/**
 * An import that is gone stands behind no later one any more: what a later import changed of its records was, from now
 * on, as it had been before both; what it had created, the later one created.
 */
export async function forgetImport({ tx, actor }: Work, importId: string): Promise<void> {
  await tx.$client.query(
    `update import_changes y set before = x.before from import_changes x
     where y.org_id = $1 and x.org_id = $1 and x.import_id = $2 and x.record_id = y.record_id
       and y.before ->> 'importId' = $2::text`,
    [actor.orgId, importId],
  )
  await tx.$client.query(`delete from import_changes where org_id = $1 and before ->> 'importId' = $2::text`, [
    actor.orgId,
    importId,
  ])
  await tx.$client.query('delete from import_changes where org_id = $1 and import_id = $2', [actor.orgId, importId])
}
