import type { Fault, FaultKind } from '#lib/import/fault'
import type { ImportMapping } from '#lib/import/mapping'
import type { RowContext } from '#lib/import/row-cells'
import { type RecordRows, rowReader } from '#lib/import/row-reader'
import type { ImportKind } from '#lib/records/import'
import type { NumberedRow } from './rows'

/** A row that is left out, as it stood in the file. */
export type LeftOut = { readonly row: readonly string[]; readonly faults: readonly Fault[] }

export type Batch<Kind extends ImportKind> = {
  readonly records: readonly RecordRows[Kind][]
  readonly faulty: readonly LeftOut[]
  readonly skipped: number
  /** The row behind a record, for one that the command refused. */
  readonly leftOut: (index: number, kind: FaultKind) => LeftOut
}

/** A file's rows, read and gathered: at most `size` records, with the faulty rows among them. */
export async function* batchesOf<Kind extends ImportKind>(
  rows: AsyncIterable<NumberedRow>,
  mapping: ImportMapping & { readonly kind: Kind },
  headers: readonly string[],
  context: RowContext,
  size: number,
): AsyncGenerator<Batch<Kind>> {
  const read = rowReader<Kind>(mapping.kind, mapping, headers, context)
  let gathered = emptyBatch<Kind>()
  for await (const { row, number } of rows) {
    const reading = read(row, number)
    if (reading.state === 'skipped') gathered.skipped++
    else if (reading.state === 'faulty') gathered.faulty.push({ row, faults: reading.faults })
    else {
      gathered.records.push(reading.record)
      gathered.sources.push({ row, number })
    }
    if (gathered.records.length + gathered.faulty.length >= size) {
      yield asBatch(gathered)
      gathered = emptyBatch<Kind>()
    }
  }
  yield asBatch(gathered)
}

type Gathered<Kind extends ImportKind> = {
  records: RecordRows[Kind][]
  sources: { row: readonly string[]; number: number }[]
  faulty: LeftOut[]
  skipped: number
}

function emptyBatch<Kind extends ImportKind>(): Gathered<Kind> {
  return { records: [], sources: [], faulty: [], skipped: 0 }
}

function asBatch<Kind extends ImportKind>({ records, sources, faulty, skipped }: Gathered<Kind>): Batch<Kind> {
  const leftOut = (index: number, kind: FaultKind) => {
    const { row = [], number = 0 } = sources[index] ?? {}
    return { row, faults: [{ row: number, field: null, column: null, kind, value: '' }] }
  }
  return { records, faulty, skipped, leftOut }
}
