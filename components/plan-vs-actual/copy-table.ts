import { linesOf } from './table-row'
import { type TableTextInput, tableText } from './table-text'

/** Puts the shown table on the clipboard; how many lines, or null where the browser does not allow it. */
export async function copyTable(shown: Omit<TableTextInput, 'lines'>): Promise<number | null> {
  const { text, count } = tableText({ ...shown, lines: linesOf(shown.ledger) })
  return (await written(text)) ? count : null
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return writtenBySelection(text)
  }
}

/** Without https the clipboard is closed to scripts, but not to a selection that is copied. */
function writtenBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('aria-hidden', 'true')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  const focused = document.activeElement
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
