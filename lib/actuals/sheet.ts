import type { Fit, Placed, Unfit } from './fit'
import type { Position } from './move'
import type { Pasted } from './paste'
import type { Range } from './range'
import { CELL_FAULTS, type CellFault } from './read-cell'
import { type CellChange, type GridValues, reversed, withChanges } from './values'

/** A text that could not be read, kept in its cell so that it can be corrected. */
export type UnreadText = { readonly text: string; readonly fault: CellFault }

/** The last paste: where it went and what came of it. */
export type LastPaste = {
  readonly range: Range
  readonly taken: number
  readonly changed: number
  readonly fullWidth: number
  /** What was left out, at its place in the grid. */
  readonly unfit: readonly Unfit[]
}

/** The grid as it stands on the screen, saved or not. */
export type Sheet = {
  readonly values: GridValues
  /** By spot; the value below is untouched. */
  readonly unread: ReadonlyMap<string, UnreadText>
  /** Steps that can be taken back, the oldest first. */
  readonly history: readonly (readonly CellChange[])[]
  /** Steps that were taken back and can be done again, the next one last. */
  readonly undone: readonly (readonly CellChange[])[]
  readonly paste: LastPaste | null
}

/** The sheet after a step, and the cells that have to be saved for it. */
export type Step = { readonly sheet: Sheet; readonly changes: readonly CellChange[] }

const STEPS_KEPT = 100

export function newSheet(values: GridValues): Sheet {
  return { values, unread: new Map(), history: [], undone: [], paste: null }
}

/** Names a cell of the sheet by row key and month index. */
export function spot(row: string, month: number): string {
  return `${month} ${row}`
}

/** A text is typed into a cell: its value, or kept as typed beside the reason. */
export function typed(
  sheet: Sheet,
  cell: { readonly row: string; readonly month: number },
  text: string,
  fit: Fit,
): Step {
  const fault = fit.unfit.find(({ why }) => isFault(why))
  if (fault && isFault(fault.why)) {
    const unread = new Map(sheet.unread).set(spot(cell.row, cell.month), { text, fault: fault.why })
    return { sheet: { ...sheet, unread }, changes: [] }
  }
  const changes = [...fit.changes, ...fit.corrections]
  const unread = without(sheet.unread, [cell])
  return step({ ...sheet, unread, paste: changes.length > 0 ? null : sheet.paste }, changes)
}

/** Cells are filled, cut or blanked together: one step. */
export function changed(
  sheet: Sheet,
  cells: readonly { readonly row: string; readonly month: number }[],
  fit: Fit,
): Step {
  return step({ ...sheet, unread: without(sheet.unread, cells), paste: null }, [...fit.changes, ...fit.corrections])
}

/** A block is pasted; `withCorrections` also into closed months. What was left out stays on record until the next step. */
export function pastedInto(sheet: Sheet, pasted: Pasted, withCorrections: boolean): Step {
  const changes = withCorrections ? [...pasted.changes, ...pasted.corrections] : pasted.changes
  const { range, fullWidth, taken, unfit } = pasted
  const left = withCorrections ? 0 : pasted.corrections.length
  const paste = { range, fullWidth, unfit, taken: taken.length - left, changed: changes.length }
  return step({ ...sheet, unread: without(sheet.unread, changes), paste }, changes)
}

/** Takes the last step back. */
export function undone(sheet: Sheet): Step {
  const last = sheet.history.at(-1)
  if (last === undefined) return { sheet, changes: [] }
  const changes = reversed(last)
  const values = withChanges(sheet.values, changes)
  const history = sheet.history.slice(0, -1)
  return { sheet: { ...sheet, values, paste: null, history, undone: [...sheet.undone, last] }, changes }
}

/** Does the step that was taken back last again. */
export function redone(sheet: Sheet): Step {
  const next = sheet.undone.at(-1)
  if (next === undefined) return { sheet, changes: [] }
  const values = withChanges(sheet.values, next)
  return {
    sheet: { ...sheet, values, paste: null, history: [...sheet.history, next], undone: sheet.undone.slice(0, -1) },
    changes: next,
  }
}

/** Puts values from elsewhere into the sheet (what somebody else saved, what was unsent before a reload): no step of one's own. */
export function overlaid(sheet: Sheet, changes: readonly CellChange[]): Sheet {
  return { ...sheet, values: withChanges(sheet.values, changes) }
}

/** The texts that blank some cells. */
export function blanks(cells: readonly Position[]): Placed[] {
  return cells.map(({ row, month }) => ({ row, month, text: '' }))
}

function step(sheet: Sheet, changes: readonly CellChange[]): Step {
  if (changes.length === 0) return { sheet, changes }
  const history = [...sheet.history, changes].slice(-STEPS_KEPT)
  return { sheet: { ...sheet, values: withChanges(sheet.values, changes), history, undone: [] }, changes }
}

function without(unread: Sheet['unread'], cells: readonly { readonly row: string; readonly month: number }[]) {
  if (unread.size === 0) return unread
  const gone = new Set(cells.map(({ row, month }) => spot(row, month)))
  return new Map([...unread].filter(([key]) => !gone.has(key)))
}

const FAULTS: ReadonlySet<string> = new Set(CELL_FAULTS)

function isFault(why: string): why is CellFault {
  return FAULTS.has(why)
}
