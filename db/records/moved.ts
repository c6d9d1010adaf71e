import { MOVED_KINDS, type MovedKind } from '#lib/records/account-merge'
import { markRecords } from '../attribution/dirty'
import type { Work } from '../commands/command'
import { opportunitiesOf } from './derived'
import { recounted } from './rollup'
import { type StoredRecord, storedRecords } from './stored'
import { TABLE_OF } from './tables'
import { writeRecords } from './written'

export type Moved = { readonly kind: MovedKind; readonly id: string }

export type Move = {
  readonly from: string
  readonly to: string
  /** Ids of the records that move; null: all of the account's. */
  readonly only: ReadonlySet<string> | null
}

/** Records that one statement writes. */
const CHUNK = 5000

/**
 * Gives records of one account to another, as if their sources had said so: marked for attribution (markRecords),
 * written (writeRecords) and counted anew (recounted) like any others. Source and newness of both accounts'
 * opportunities are derived again. Answers what moved.
 */
export async function moveRecords(work: Work, { from, to, only }: Move): Promise<Moved[]> {
  const { tx, actor } = work
  const lots: { readonly kind: MovedKind; readonly records: readonly StoredRecord[] }[] = []
  for (const kind of MOVED_KINDS) {
    const found = await recordsOf(work, kind, from)
    lots.push({ kind, records: found.filter(({ id }) => only === null || only.has(id)) })
  }
  const opportunities = await opportunitiesOf(tx, actor.orgId, { accounts: [from, to] })
  // Which company a lead belongs to counts for nothing by itself.
  const touched = { opportunities, leads: [], costs: [], journeys: [], influences: [] }
  for (const { kind, records } of lots) await markRecords(work, TABLE_OF[kind], records, ofAccount(records, to))
  await recounted(work, touched, async () => {
    for (const { kind, records } of lots) await give(work, kind, records, to)
    return touched
  })
  return lots.flatMap(({ kind, records }) => records.map(({ id }) => ({ kind, id })))
}

function recordsOf({ tx, actor }: Work, kind: MovedKind, accountId: string): Promise<StoredRecord[]> {
  return storedRecords(tx, actor.orgId, TABLE_OF[kind], { by: 'account_id', among: [accountId] })
}

const ofAccount = (records: readonly StoredRecord[], accountId: string) =>
  records.map((record) => ({ ...record, values: { ...record.values, accountId } }))

async function give({ tx, actor }: Work, kind: MovedKind, records: readonly StoredRecord[], accountId: string) {
  const moved = ofAccount(records, accountId)
  for (let first = 0; first < moved.length; first += CHUNK) {
    const some = moved.slice(first, first + CHUNK)
    await writeRecords(
      tx,
      actor.orgId,
      TABLE_OF[kind],
      some,
      some.map(({ id }) => id),
    )
  }
}
