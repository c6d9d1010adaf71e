import { invalid } from '#lib/errors'
import { headerNames } from '#lib/import/dialect'
import type { ImportMapping } from '#lib/import/mapping'
import { type NumberedRow, rowsOf } from './rows'
import type { Spooled } from './spool'

/** How far a file has been read. */
export type Progress = { readonly rows: number; readonly bytes: number; readonly total: number }
export type Told = (progress: Progress) => void

/** Rows after which progress is told. */
const STEP = 1000
/** Rows after which other work gets its turn: other requests, and the batch before, which is being written meanwhile. */
const TURN = 100

export type Table = { readonly headers: readonly string[]; readonly rows: AsyncGenerator<NumberedRow> }

/** A file's headers, and its rows as they come. @throws AppError 'invalid' (fileEmpty, headerMissing, and those of rowsOf) */
export async function openTable(file: Spooled, mapping: ImportMapping, told: Told): Promise<Table> {
  const rows = rowsOf(file, mapping.file)
  const first = await rows.next()
  if (first.done) throw invalid('fileEmpty')
  const headers = headerNames(first.value.row)
  const missing = Object.values(mapping.columns).find(({ header }) => !headers.includes(header))
  if (missing) throw invalid('headerMissing', {}, { header: missing.header })
  return { headers, rows: counted(rows, file.bytes, told) }
}

async function* counted(rows: AsyncGenerator<NumberedRow>, total: number, told: Told): AsyncGenerator<NumberedRow> {
  let count = 0
  let bytes = 0
  for await (const each of rows) {
    count++
    bytes = each.bytes
    if (count % STEP === 0) told({ rows: count, bytes, total })
    if (count % TURN === 0) await new Promise<void>((resolve) => setImmediate(resolve))
    yield each
  }
  told({ rows: count, bytes: total, total })
}
