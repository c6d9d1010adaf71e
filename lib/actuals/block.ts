/**
 * The cells of a block copied from a spreadsheet: tabs between cells, line ends between rows, cells with a tab, line end
 * or quote inside stand in quotes ("" is one quote). The line end after the last row is not a row.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let rest = text.replace(/\r\n?/g, '\n')
  while (rest !== '') {
    const { cell, length } = firstCell(rest)
    row.push(cell)
    const end = rest[length]
    rest = rest.slice(length + 1)
    if (end === '\t' && rest === '') row.push('')
    if (end !== '\t') {
      rows.push(row)
      row = []
    }
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** The text's first cell and how many characters it takes. A quote that is never closed is an ordinary character. */
function firstCell(text: string): { readonly cell: string; readonly length: number } {
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text)
  if (quoted) return { cell: (quoted[1] ?? '').replaceAll('""', '"'), length: quoted[0].length }
  const plain = /^[^\t\n]*/.exec(text)?.[0] ?? ''
  return { cell: plain, length: plain.length }
}

/** The text of a block for the clipboard, as spreadsheets write it. Our cells are figures or short texts. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n')
}

function quoted(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
