import { type Cursor, type Field, inside, LAST_MONTH, type MoveKey, moved, type Position, reached } from './move'
import { nextIn, type Range, rangeOf, sizeOf } from './range'

/** The cell that takes what is typed, inside the range between two corners. One cell alone is a range, too. */
export type Selection = { readonly cursor: Cursor; readonly anchor: Position; readonly end: Position }

export function rangeOfSelection({ anchor, end }: Selection): Range {
  return rangeOf(anchor, end)
}

export function selected({ row, month, tabbedFrom = null }: Position & Partial<Cursor>): Selection {
  const cursor = { row, month, tabbedFrom }
  return { cursor, anchor: cursor, end: cursor }
}

/** Shift with a click, a drag: the range goes from its first corner to another one. */
export function extended(selection: Selection, to: Position, field: Pick<Field, 'rows'>): Selection {
  return { ...selection, end: inside(to, field) }
}

/** Whole rows, from one to another. */
export function rowsSelected(from: number, to: number): Selection {
  return { ...selected({ row: from, month: 0 }), end: { row: to, month: LAST_MONTH } }
}

/** Whole months, from one to another. */
export function monthsSelected(from: number, to: number, { rows }: Pick<Field, 'rows'>): Selection {
  return { ...selected({ row: 0, month: from }), end: { row: rows - 1, month: to } }
}

/**
 * What a key makes of the selection; null for a key that does not move. Enter and Tab go round inside a range of several
 * cells, as in a spreadsheet; Esc lets go of it, so that the keyboard is never caught there.
 */
export function afterKey(selection: Selection, key: MoveKey, field: Field): Selection | null {
  const range = rangeOfSelection(selection)
  const several = sizeOf(range) > 1
  const { shift = false, ctrl = false } = key
  if (key.key === 'Escape') return several ? selected(selection.cursor) : null
  if (key.key === 'Enter' || key.key === 'Tab') {
    if (several)
      return { ...selection, cursor: { ...nextIn(range, selection.cursor, key.key, shift), tabbedFrom: null } }
  } else if (shift && key.key === ' ') {
    return { ...selection, anchor: { row: range.top, month: 0 }, end: { row: range.bottom, month: LAST_MONTH } }
  } else if (ctrl && key.key === ' ') {
    return { ...selection, anchor: { row: 0, month: range.left }, end: { row: field.rows - 1, month: range.right } }
  } else if (ctrl && key.key.toLowerCase() === 'a') {
    return { ...selection, anchor: { row: 0, month: 0 }, end: { row: field.rows - 1, month: LAST_MONTH } }
  } else if (shift) {
    const to = reached(selection.end, key.key, ctrl, field)
    return to && { ...selection, end: inside(to, field) }
  }
  const cursor = moved(selection.cursor, key, field)
  return cursor && selected(cursor)
}
