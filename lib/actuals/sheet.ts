import { type CellChange, type GridRow, type GridValues, reversed, valueAt, withChanges } from './grid'
import type { Position } from './move'
import { type CellFault, type Pasted, pasted, readCell } from './paste'

/** A text that could not be read, kept in its cell so that it can be corrected. */
export type UnreadText = { readonly text: string; readonly fault: CellFault }

/** The last paste: where it went and what came of it. */
export type LastPaste = Omit<Pasted, 'changes'> & { readonly from: Position; readonly changed: number }

/** The grid as it stands on the screen, saved or not. */
export type Sheet = {
  readonly values: GridValues
  /** By spot; the value below is untouched. */
  readonly unread: ReadonlyMap<string, UnreadText>
  /** Steps that can be taken back, the oldest first. */
  readonly history: readonly (readonly CellChange[])[]
  readonly paste: LastPaste | null
}

/** The sheet after a step, and the cells that have to be saved for it. */
export type Step = { readonly sheet: Sheet; readonly changes: readonly CellChange[] }

type Grid = { readonly rows: readonly GridRow[]; readonly decimals: number }

const STEPS_KEPT = 100

export function newSheet(values: GridValues): Sheet {
  return { values, unread: new Map(), history: [], paste: null }
}

/** Names a cell of the sheet by row key and month index. */
export function spot(row: string, month: number): string {
  return `${month} ${row}`
}

/** A text is typed into a cell: read, or kept as typed beside the reason. '' blanks the cell. */
export function typed(sheet: Sheet, at: Position, text: string, grid: Grid): Step {
  const row = grid.rows[at.row]
  if (row === undefined) return { sheet, changes: [] }
  const read = readCell(text, row.metric, grid.decimals)
  const unread = new Map(sheet.unread)
  if ('fault' in read) {
    unread.set(spot(row.key, at.month), { text, fault: read.fault })
    return { sheet: { ...sheet, unread }, changes: [] }
  }
  unread.delete(spot(row.key, at.month))
  const before = valueAt(sheet.values, row.key, at.month)
  const changes = before === read.value ? [] : [{ row: row.key, month: at.month, before, after: read.value }]
  return step({ ...sheet, unread, paste: changes.length > 0 ? null : sheet.paste }, changes)
}

/** A block is pasted with its first cell at `at`. What cannot be read is reported and leaves its cell as it was. */
export function pastedInto(sheet: Sheet, at: Position, text: string, grid: Grid): Step {
  const { changes, ...report } = pasted(text, at, { ...grid, values: sheet.values })
  const unread = new Map(sheet.unread)
  for (const change of changes) unread.delete(spot(change.row, change.month))
  const paste = { ...report, from: at, changed: changes.length }
  return step({ ...sheet, unread, paste }, changes)
}

/** Takes the last step back. */
export function undone(sheet: Sheet): Step {
  const last = sheet.history.at(-1)
  if (last === undefined) return { sheet, changes: [] }
  const changes = reversed(last)
  const values = withChanges(sheet.values, changes)
  return { sheet: { ...sheet, values, paste: null, history: sheet.history.slice(0, -1) }, changes }
}

/** Puts values from elsewhere into the sheet (what somebody else saved, what was unsent before a reload): no step of one's own. */
export function overlaid(sheet: Sheet, changes: readonly CellChange[]): Sheet {
  return { ...sheet, values: withChanges(sheet.values, changes) }
}

function step(sheet: Sheet, changes: readonly CellChange[]): Step {
  if (changes.length === 0) return { sheet, changes }
  const history = [...sheet.history, changes].slice(-STEPS_KEPT)
  return { sheet: { ...sheet, values: withChanges(sheet.values, changes), history }, changes }
}
