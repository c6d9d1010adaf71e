import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { AppError, conflict } from '#lib/errors'
import { BATCH } from '#lib/import/limits'
import type { ImportMapping } from '#lib/import/mapping'
import { type ImportKind, NO_ROWS, type RowCounts, type RowStatus } from '#lib/records/import'
import { command, type Work } from '../commands/command'
import { finishImport } from '../commands/finish-import'
import { startImport } from '../commands/start-import'
import { importOf } from '../queries/imports'
import type { Session } from '../queries/session'
import { GatheredChanges } from '../records/gathered'
import { tryLockRecords } from '../records/rollup'
import { countRows } from '../records/upsert'
import { type Batch, batchesOf } from './batches'
import { rowContext } from './context'
import { type FaultWords, FaultyFile } from './faulty-file'
import { dropUpload, faultyPath, type Spooled } from './spool'
import { openTable, type Told } from './table'
import { type Outcome, type Place, WRITERS } from './writers'

export type RunOptions = {
  readonly fileName: string
  readonly mapping: ImportMapping
  /** 'all': everything or, when one row is faulty, nothing. 'good': the good rows, and a file of the others. */
  readonly mode: 'all' | 'good'
  /** Why closed months are corrected, for monthly actuals. */
  readonly reason: string | null
  readonly words: FaultWords
  readonly told: Told
}

export type RunOutcome = {
  readonly importId: string
  readonly counts: RowCounts
  /** Rows that were left out because of a fault; they stand in the file of faulty rows. */
  readonly faulty: number
  /** Rows that were left out because a value was mapped so. */
  readonly skipped: number
}

/**
 * Reads a file into the records. The import is listed from the first moment on; whatever ends it, it says so.
 * @throws AppError 'invalid' and 'conflict' (importFaulty with the row, monthClosed …), 'unavailable', 'forbidden'
 */
export async function runImport(session: Session, file: Spooled, options: RunOptions): Promise<RunOutcome> {
  const { fileName, mapping, mode } = options
  const { kind } = mapping
  const { importId } = await startImport(session, { kind, fileName, mapping })
  try {
    const inOne = mode === 'all' || kind === 'actuals'
    const outcome = inOne
      ? await writeAll(options, file, importId, session)
      : await written({ importId, by: session, reason: options.reason }, session, file, options)
    await finishImport(session, { importId, state: 'done', faulty: outcome.faulty })
    await dropUpload(file)
    return { importId, ...outcome }
  } catch (error) {
    // Without a database this fails as well: then the import is seen to be interrupted.
    await markEnded(session, importId).catch(() => {})
    throw error
  }
}

/** Ended by a fault: failed when nothing of it was written, else interrupted, to be repeated or undone. */
async function markEnded(session: Session, importId: string): Promise<void> {
  const { created = 0, updated = 0 } = (await importOf(session, importId))?.counts ?? {}
  await finishImport(session, { importId, state: created + updated > 0 ? 'interrupted' : 'failed' })
}

/** The whole file in one transaction: a fault, a kill or an outage in the middle leaves nothing behind. */
function writeAll(options: RunOptions, file: Spooled, importId: string, session: Session) {
  const input = z.strictObject({ importId: z.uuid() })
  const write = command({ action: 'import.write', capability: 'records.import', input }, async (work) => {
    await locked(work)
    const gathered = new GatheredChanges()
    const by = { ...work, gathered }
    const outcome = await written({ importId, by, reason: options.reason }, session, file, options)
    await gathered.write(work)
    // Once: each record looks its import up, and would have to pass by the version of every batch.
    await countRows(work, importId, outcome.counts)
    return { value: outcome, audit: { subjectId: importId, before: null, after: outcome.counts } }
  })
  return write(session, { importId })
}

const PATIENCE_MS = 500
const MOST_WAITS = 600

/** Waits for its turn: one import writes at a time in an organisation. */
async function locked(work: Work): Promise<void> {
  for (let waits = 0; !(await tryLockRecords(work)); waits++) {
    if (waits >= MOST_WAITS) throw conflict('importRunning')
    await wait(PATIENCE_MS)
  }
}

type Written = Omit<RunOutcome, 'importId'>

/** Writes batch after batch; while one is being written, the next one is read. */
async function written(place: Place, session: Session, file: Spooled, options: RunOptions): Promise<Written> {
  const { mapping, mode, words, told } = options
  const { headers, rows } = await openTable(file, mapping, told)
  const faulty = new FaultyFile(faultyPath(file), headers, words)
  const totals = { counts: { ...NO_ROWS } as Record<RowStatus, number>, faulty: 0, skipped: 0 }
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const batch of batchesOf(rows, mapping, headers, await rowContext(session), BATCH)) {
      const write = prepared(mapping.kind, place, batch)
      await writing
      if (mode === 'all') requireNone(batch.faulty)
      writing = writeBatch(write, batch, { mode, faulty, totals })
      // A refusal is thrown by the await above or below; until then it must not count as unhandled.
      writing.catch(() => {})
    }
    await writing
  } finally {
    await writing.catch(() => {})
    await faulty.end()
  }
  return totals
}

/** Reads a batch as its command takes it, while the one before it is being written. Null: none of its rows is good. */
function prepared<Kind extends ImportKind>(kind: Kind, place: Place, { records }: Batch<Kind>) {
  return records.length > 0 ? WRITERS[kind](place, records) : null
}

type Sums = { counts: Record<RowStatus, number>; faulty: number; skipped: number }

async function writeBatch<Kind extends ImportKind>(
  write: (() => Promise<Outcome>) | null,
  batch: Batch<Kind>,
  { mode, faulty, totals }: { mode: RunOptions['mode']; faulty: FaultyFile; totals: Sums },
): Promise<void> {
  if (write) {
    const { counts, refused } = await patiently(write)
    for (const [status, count] of Object.entries(counts)) totals.counts[status as RowStatus] += count
    const left = refused.flatMap(({ index, fault = 'recordTwice' }) => batch.leftOut(index, fault))
    if (mode === 'all') requireNone(left)
    for (const { row, faults } of left) await faulty.add(row, faults)
    totals.faulty += left.length
  }
  for (const { row, faults } of batch.faulty) await faulty.add(row, faults)
  totals.faulty += batch.faulty.length
  totals.skipped += batch.skipped
}

function requireNone([first]: readonly { readonly faults: readonly { readonly row: number }[] }[]): void {
  if (first) throw new AppError('conflict', 'importFaulty', { row: first.faults[0]?.row ?? 0 })
}

/** Somebody else may be writing, or the database away for a moment: a batch of its own is tried again. */
async function patiently<T>(write: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left--) {
    try {
      return await write()
    } catch (error) {
      if (left === 0 || !(error instanceof AppError) || error.code !== 'unavailable') throw error
      await wait(1000)
    }
  }
}
