import fs from 'node:fs/promises'
import { AppError, invalid } from '#lib/errors'
import { detectDelimiter, detectHeaderRow, firstRows, headerNames, MOST_COLUMNS } from '#lib/import/dialect'
import { BROKEN, detectEncoding, type Encoding, textDecoder } from '#lib/import/encoding'
import { fileKindOf } from '#lib/import/file-kind'
import type { Inspection } from '#lib/import/inspection'
import type { FileReading } from '#lib/import/mapping'
import type { Spooled } from './spool'
import { sheetRows, sheetsOf } from './workbook'

/** How much of a file decides how it is read. */
const SAMPLE_BYTES = 512 * 1024
const TOP = 12

/**
 * The first rows of a file: with what was chosen, and the rest as it seems to be.
 * @throws AppError 'invalid' (fileEmpty, fileXls, fileBinary, workbookBroken, workbookTooLarge, tooManyColumns)
 */
export async function inspectFile(file: Spooled, chosen: Partial<FileReading> = {}): Promise<Inspection> {
  const bytes = await firstBytes(file)
  if (bytes.length === 0) throw invalid('fileEmpty')
  const kind = fileKindOf(bytes)
  if (kind === 'xls') throw invalid('fileXls')
  if (kind === 'binary') throw invalid('fileBinary')
  return kind === 'xlsx' ? inspectWorkbook(file, chosen) : inspectText(file, bytes, chosen)
}

async function firstBytes({ path }: Spooled): Promise<Buffer> {
  const handle = await fs.open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function inspectText(file: Spooled, bytes: Buffer, chosen: Partial<FileReading>): Inspection {
  const detected = detectEncoding(bytes)
  const encoding = chosen.encoding ?? detected.encoding
  const isWhole = bytes.length === file.bytes
  const text = decoded(bytes, encoding, isWhole)
  const delimiter = chosen.delimiter ?? detectDelimiter(text, { isWhole })
  const rows = firstRows(text, delimiter, { isWhole })
  const isSound = encoding === detected.encoding ? detected.isSound : !text.includes(BROKEN)
  return inspection(file, rows, { sheets: [], isSound, reading: { sheet: null, encoding, delimiter } }, chosen)
}

/** A character that the sample's end cuts is left out. */
function decoded(bytes: Buffer, encoding: Encoding, isWhole: boolean): string {
  const read = textDecoder(encoding)
  return read(bytes) + (isWhole ? read() : '')
}

async function inspectWorkbook(file: Spooled, chosen: Partial<FileReading>): Promise<Inspection> {
  const sheets = await sheetsOf(file)
  const sheet = sheets.find((name) => name === chosen.sheet) ?? sheets[0]
  if (sheet === undefined) throw invalid('fileEmpty')
  const rows = (await sheetRows(file, sheet)).filter((row) => row.some((cell) => cell !== '')).slice(0, 101)
  const reading = { sheet, encoding: 'utf-8', delimiter: ',' } as const
  return inspection(file, rows, { sheets, isSound: true, reading }, chosen)
}

function inspection(
  { fileId }: Spooled,
  all: readonly (readonly string[])[],
  found: Pick<Inspection, 'sheets' | 'isSound'> & { readonly reading: Omit<FileReading, 'headerRow'> },
  chosen: Partial<FileReading>,
): Inspection {
  if (all.length === 0) throw invalid('fileEmpty')
  const wide = all.findIndex((row) => row.length > MOST_COLUMNS)
  if (wide >= 0) throw new AppError('invalid', 'tooManyColumns', { row: wide + 1, most: MOST_COLUMNS })
  const headerRow = Math.min(chosen.headerRow ?? detectHeaderRow(all), all.length - 1)
  return {
    fileId,
    ...found,
    reading: { ...found.reading, headerRow },
    top: all.slice(0, TOP),
    headers: headerNames(all[headerRow] ?? []),
    rows: all.slice(headerRow + 1),
  }
}
