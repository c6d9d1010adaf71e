import fs from 'node:fs'
import { Transform } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { AppError, invalid } from '#lib/errors'
import { LONGEST_ROW, MOST_COLUMNS, readingOptions } from '#lib/import/dialect'
import { type Encoding, textDecoder } from '#lib/import/encoding'
import type { FileReading } from '#lib/import/mapping'
import type { Spooled } from './spool'
import { sheetRows } from './workbook'

/** A row of the table below its header. `number` counts as a spreadsheet does: the file's first row is 1. */
export type NumberedRow = { readonly row: readonly string[]; readonly number: number; readonly bytes: number }

/**
 * The rows of a file, header first, one by one: a file of text is never in memory as a whole.
 * @throws AppError 'invalid' (quoteUnclosed, rowTooLong, tooManyColumns, workbookBroken …) with the row's number
 */
export async function* rowsOf(file: Spooled, reading: FileReading): AsyncGenerator<NumberedRow> {
  const rows = reading.sheet === null ? textRows(file, reading) : workbookRows(file, reading.sheet)
  let index = 0
  for await (const each of rows) {
    if (index++ < reading.headerRow) continue
    if (each.row.length > MOST_COLUMNS) {
      throw new AppError('invalid', 'tooManyColumns', { row: each.number, most: MOST_COLUMNS })
    }
    yield each
  }
}

async function* workbookRows(file: Spooled, sheet: string): AsyncGenerator<NumberedRow> {
  const rows = await sheetRows(file, sheet)
  for (const [index, row] of rows.entries()) {
    if (row.some((cell) => cell !== '')) {
      yield { row, number: index + 1, bytes: Math.round((file.bytes * (index + 1)) / rows.length) }
    }
  }
}

/** What csv-parse tells with each row when it is asked for its info. */
type Parsed = { readonly record: string[]; readonly info: { readonly records: number; readonly empty_lines: number } }

async function* textRows({ path }: Spooled, { encoding, delimiter }: FileReading): AsyncGenerator<NumberedRow> {
  const source = fs.createReadStream(path, { highWaterMark: 1 << 18 })
  const parser = parse({ ...readingOptions(delimiter), info: true, max_record_size: LONGEST_ROW })
  const decoded = decoder(encoding)
  // An error of an earlier part ends the parser, whose reader then throws it.
  source.on('error', (error) => parser.destroy(error))
  decoded.on('error', (error) => parser.destroy(error))
  source.pipe(decoded).pipe(parser)
  try {
    for await (const each of parser) {
      const { record, info }: Parsed = each
      yield { row: record, number: info.records + info.empty_lines, bytes: source.bytesRead }
    }
  } catch (error) {
    throw asFileFault(error)
  } finally {
    source.destroy()
  }
}

function decoder(encoding: Encoding): Transform {
  const read = textDecoder(encoding)
  return new Transform({
    transform: (chunk: Buffer, _, done) => done(null, read(chunk)),
    flush: (done) => done(null, read()),
  })
}

function asFileFault(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  const row = 'records' in error ? Number(error.records) + 1 : 0
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new AppError('invalid', 'quoteUnclosed', { row })
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new AppError('invalid', 'rowTooLong', { row })
  return Object.assign(invalid('fileUnreadable'), { cause: error })
}
