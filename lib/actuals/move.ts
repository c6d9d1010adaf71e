/** A cell of the grid, by index of its row and month. */
export type Position = { readonly row: number; readonly month: number }

/** Where the keyboard is, and the month to which Enter returns after a run of Tabs, as in a spreadsheet. */
export type Cursor = Position & { readonly tabbedFrom: number | null }

export type MoveKey = {
  readonly key: string
  readonly shift?: boolean
  readonly ctrl?: boolean
}

const LAST_MONTH = 11

/**
 * Where a key leads from a cell; null for a key that does not move. At the edges the cursor stays, except that Tab past
 * the first or last month is null: it leaves the grid, so that the keyboard is never caught in it.
 */
export function moved(cursor: Cursor, { key, shift = false, ctrl = false }: MoveKey, rows: number): Cursor | null {
  const { row, month, tabbedFrom } = cursor
  const to = (nextRow: number, nextMonth: number, from: number | null = null): Cursor => ({
    row: Math.min(Math.max(nextRow, 0), rows - 1),
    month: Math.min(Math.max(nextMonth, 0), LAST_MONTH),
    tabbedFrom: from,
  })
  switch (key) {
    case 'ArrowUp':
      return to(ctrl ? 0 : row - 1, month)
    case 'ArrowDown':
      return to(ctrl ? rows - 1 : row + 1, month)
    case 'ArrowLeft':
      return to(row, ctrl ? 0 : month - 1)
    case 'ArrowRight':
      return to(row, ctrl ? LAST_MONTH : month + 1)
    case 'Home':
      return to(ctrl ? 0 : row, 0)
    case 'End':
      return to(ctrl ? rows - 1 : row, LAST_MONTH)
    case 'Enter':
      return to(shift ? row - 1 : row + 1, tabbedFrom ?? month)
    case 'Tab': {
      const next = shift ? month - 1 : month + 1
      return next < 0 || next > LAST_MONTH ? null : to(row, next, shift ? tabbedFrom : (tabbedFrom ?? month))
    }
    default:
      return null
  }
}
