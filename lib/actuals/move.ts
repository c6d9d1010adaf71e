/** A cell of the grid, by index of its row and month. */
export type Position = { readonly row: number; readonly month: number }

/** Where the keyboard is, and the month to which Enter returns after a run of Tabs, as in a spreadsheet. */
export type Cursor = Position & { readonly tabbedFrom: number | null }

export type MoveKey = {
  readonly key: string
  readonly shift?: boolean
  readonly ctrl?: boolean
}

/** What the keys need to know of the grid. */
export type Field = {
  readonly rows: number
  /** Rows that a page key passes over. */
  readonly page: number
  readonly isFilled: (at: Position) => boolean
}

export const LAST_MONTH = 11

/**
 * Where a key leads from a cell; null for a key that does not move. At the edges the cursor stays, except that Tab past
 * the first or last month is null: it leaves the grid, so that the keyboard is never caught in it.
 */
export function moved(cursor: Cursor, { key, shift = false, ctrl = false }: MoveKey, field: Field): Cursor | null {
  if (key === 'Tab') return tabbed(cursor, shift)
  if (key === 'Enter')
    return inside({ row: cursor.row + (shift ? -1 : 1), month: cursor.tabbedFrom ?? cursor.month }, field)
  const to = reached(cursor, key, ctrl, field)
  return to && inside(to, field)
}

/** Where an arrow, Home, End or a page key leads, before the edges hold it; null for other keys. */
export function reached(from: Position, key: string, ctrl: boolean, field: Field): Position | null {
  const { row, month } = from
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const step = key === 'ArrowUp' ? -1 : 1
      if (!ctrl) return { row: row + step, month }
      return { row: jump(row, step, field.rows - 1, (at) => field.isFilled({ row: at, month })), month }
    }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = key === 'ArrowLeft' ? -1 : 1
      if (!ctrl) return { row, month: month + step }
      return { row, month: jump(month, step, LAST_MONTH, (at) => field.isFilled({ row, month: at })) }
    }
    case 'PageUp':
      return { row: row - field.page, month }
    case 'PageDown':
      return { row: row + field.page, month }
    case 'Home':
      return { row: ctrl ? 0 : row, month: 0 }
    case 'End':
      return { row: ctrl ? field.rows - 1 : row, month: LAST_MONTH }
    default:
      return null
  }
}

function tabbed({ row, month, tabbedFrom }: Cursor, back: boolean): Cursor | null {
  const next = back ? month - 1 : month + 1
  if (next < 0 || next > LAST_MONTH) return null
  return { row, month: next, tabbedFrom: back ? tabbedFrom : (tabbedFrom ?? month) }
}

/** Held by the edges of the grid. */
export function inside({ row, month }: Position, { rows }: Pick<Field, 'rows'>): Cursor {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    month: Math.min(Math.max(month, 0), LAST_MONTH),
    tabbedFrom: null,
  }
}

/** Ctrl with an arrow, as in Excel: to the end of a filled stretch, over a gap to the next filled cell, else to the edge. */
function jump(from: number, step: 1 | -1, last: number, isFilled: (at: number) => boolean): number {
  const edge = step === 1 ? last : 0
  if (from === edge) return from
  const inStretch = isFilled(from) && isFilled(from + step)
  for (let at = from + step; at !== edge; at += step) {
    if (inStretch ? !isFilled(at + step) : isFilled(at)) return at
  }
  return edge
}
