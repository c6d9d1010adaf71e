import fs from 'node:fs'
import { Transform } from 'node:stream'
import { CsvError, type Parser, parse } from 'csv-parse'
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

async function* textRows({ path }: Spooled, { encoding, delimiter }: FileReading): AsyncGenerator<NumberedRow> {
  const source = fs.createReadStream(path, { highWaterMark: 1 << 18 })
  const parser = numbered(parse({ ...readingOptions(delimiter), max_record_size: LONGEST_ROW }))
  const decoded = decoder(encoding)
  // An error of an earlier part ends the parser, whose reader then throws it.
  source.on('error', (error) => parser.destroy(error))
  decoded.on('error', (error) => parser.destroy(error))
  source.pipe(decoded).pipe(parser)
  try {
    for await (const each of parser) {
      const { row, number }: Numbered = each
      yield { row, number, bytes: source.bytesRead }
    }
  } catch (error) {
    throw asFileFault(error)
  } finally {
    source.destroy()
  }
}

type Numbered = Pick<NumberedRow, 'row' | 'number'>

/** A parser that says each row's number. Its option `info` would copy all that it knows for each of them. */
function numbered(parser: Parser): Parser {
  const push = parser.push.bind(parser)
  parser.push = (row: string[] | null) => {
    const number = parser.info.records + parser.info.empty_lines
    return push(row === null ? null : ({ row, number } satisfies Numbered))
  }
  return parser
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
