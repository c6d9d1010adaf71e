import fs from 'node:fs/promises'
import readWorkbook, { type CellValue, readSheet } from 'read-excel-file/node'
import { invalid } from '#lib/errors'
import { MOST_UNPACKED_BYTES, MOST_WORKBOOK_BYTES } from '#lib/import/limits'
import type { Spooled } from './spool'

/** The names of a workbook's sheets that hold anything. @throws AppError 'invalid' (workbookTooLarge, workbookBroken) */
export async function sheetsOf(file: Spooled): Promise<string[]> {
  await requireReadable(file)
  const sheets = await readWorkbook(file.path).catch(broken)
  return sheets.filter(({ data }) => data.length > 0).map(({ sheet }) => sheet)
}

/** A sheet's rows as texts: numbers with a decimal point, days and times in ISO's order. */
export async function sheetRows(file: Spooled, sheet: string): Promise<string[][]> {
  await requireReadable(file)
  const rows = await readSheet(file.path, sheet).catch(broken)
  return rows.map((row) => row.map(cellText))
}

function broken(cause: unknown): never {
  throw Object.assign(invalid('workbookBroken'), { cause })
}

function cellText(cell: CellValue | null): string {
  const value: unknown = cell
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  // A spreadsheet shows 15 digits: 342090.00000000006 is 342090.
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value)
}

/** A spreadsheet's day and time have no zone; the reader gives them as if they were UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`
}

/** A workbook unpacks to many times its size: its own list of contents says to how much. */
async function requireReadable({ path, bytes }: Spooled): Promise<void> {
  if (bytes > MOST_WORKBOOK_BYTES) throw invalid('workbookTooLarge')
  const unpacked = unpackedSize(await fs.readFile(path))
  if (unpacked === null) throw invalid('workbookBroken')
  if (unpacked > MOST_UNPACKED_BYTES) throw invalid('workbookTooLarge')
}

/** The sum of sizes in a zip file's central directory (APPNOTE 4.3.12); null when it has none. */
export function unpackedSize(zip: Buffer): number | null {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end < 0 || end + 22 > zip.length) return null
  let at = zip.readUInt32LE(end + 16)
  let size = 0
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null
    size += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return size
}
