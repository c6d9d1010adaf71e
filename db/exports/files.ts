import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import writeXlsx from 'write-excel-file/node'
import { invalid } from '#lib/errors'
import type { ExportCell } from '#lib/export/tables'
import { formulaSafe } from '#lib/import/formula-safe'

/** A workbook is made in memory. */
export const MOST_SHEET_ROWS = 50_000

export type Sheet = {
  readonly name: string
  readonly headers: readonly string[]
  readonly pages: AsyncIterable<readonly (readonly ExportCell[])[]>
}

const safe = (cell: ExportCell) => (typeof cell === 'string' ? formulaSafe(cell) : cell)

/** CRLF as spreadsheets write it; a cell with a break of any kind is quoted. */
const AS_CSV = { record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const

/** The lines of a table as CSV. */
export async function* csvText({ headers, pages }: Sheet): AsyncGenerator<string> {
  yield stringify([[...headers]], AS_CSV)
  for await (const rows of pages) {
    yield stringify(
      rows.map((row) => row.map(safe)),
      AS_CSV,
    )
  }
}

/** UTF-8 with a mark: without it Excel reads Japanese wrongly. */
export async function* utf8File(sheet: Sheet): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\ufeff')
  for await (const text of csvText(sheet)) yield Buffer.from(text)
}

/** Close kin that CP932 has in the place of what it has not: the wave dash and minus of a Mac, other dashes. */
const KIN: Readonly<Record<string, string>> = {
  '\u301c': '～',
  '\u2212': '－',
  '\u2016': '∥',
  '\u2014': '―',
  '\u00a5': '￥',
}

/** The text as CP932 can hold it; each character that it cannot goes to `replaced`. */
export function inCp932(text: string, replaced: (character: string, by: string) => void): Buffer {
  const held = [...text].map((character) => {
    if (character.charCodeAt(0) < 0x80) return character
    const kin = KIN[character]
    const isHeld = kin === undefined && iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character
    if (isHeld) return character
    replaced(character, kin ?? '?')
    return kin ?? '?'
  })
  return iconv.encode(held.join(''), 'cp932')
}

export async function* cp932File(sheet: Sheet): AsyncGenerator<Uint8Array> {
  for await (const text of csvText(sheet)) yield inCp932(text, () => {})
}

/** Which characters of a table CP932 does not have, what stands for them, and how often. */
export async function* replacedFile(sheet: Sheet, headers: readonly string[]): AsyncGenerator<Uint8Array> {
  const counts = new Map<string, { by: string; count: number }>()
  for await (const text of csvText(sheet)) {
    inCp932(text, (character, by) => counts.set(character, { by, count: (counts.get(character)?.count ?? 0) + 1 }))
  }
  const rows = [...counts].map(([character, { by, count }]) => {
    return [character, `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`, by, count]
  })
  async function* pages() {
    yield rows
  }
  yield* utf8File({ name: '', headers, pages: pages() })
}

/** A workbook of one or more sheets. @throws AppError 'invalid' (exportTooLarge) */
export async function* workbookFile(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const drawn: { sheet: string; data: DrawnCell[][] }[] = []
  for (const { name, headers, pages } of sheets) {
    const data = [headers.map((value): DrawnCell => ({ value, type: String, fontWeight: 'bold' }))]
    for await (const rows of pages) {
      for (const row of rows) data.push(row.map((value) => drawnCell(safe(value))))
      if (data.length > MOST_SHEET_ROWS) throw invalid('exportTooLarge')
    }
    drawn.push({ sheet: name.slice(0, 31), data })
  }
  yield await writeXlsx(drawn).toBuffer()
}

type DrawnCell =
  | { value: string; type: StringConstructor; fontWeight?: 'bold' }
  | { value: number; type: NumberConstructor }
  | null

/** Text stays text, whatever it looks like; blank stays blank. */
function drawnCell(value: ExportCell): DrawnCell {
  if (value === null) return null
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}
