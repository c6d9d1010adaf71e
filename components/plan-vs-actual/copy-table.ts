import { isCopied } from '../ui/clipboard'
import { linesOf } from './table-row'
import { type TableTextInput, tableText } from './table-text'

/** Puts the shown table on the clipboard; how many lines, or null where the browser does not allow it. */
export async function copyTable(shown: Omit<TableTextInput, 'lines'>): Promise<number | null> {
  const { text, count } = tableText({ ...shown, lines: linesOf(shown.ledger) })
  return (await isCopied(text)) ? count : null
}
