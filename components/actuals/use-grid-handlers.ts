'use client'

import { useMemo, useRef } from 'react'
import type { MoveKey } from '#lib/actuals/move'
import { rangeOfSelection } from '#lib/actuals/selection'
import type { CellHandlers } from './grid-context'
import type { Disputed } from './use-disputes'
import type { GridControl } from './use-grid'
import type { SelectionControl } from './use-selection'

type Parts = {
  readonly editable: boolean
  readonly selection: SelectionControl
  readonly grid: GridControl
  readonly disputed: Disputed
}

/** What the cells pass on. Always the same object, so that a key does not draw every cell anew. */
export function useGridHandlersOf(parts: Parts): CellHandlers {
  const latest = useRef(parts)
  latest.current = parts
  return useMemo((): CellHandlers => {
    const range = () => rangeOfSelection(latest.current.selection.latest())
    return {
      onType: (at, text) => latest.current.grid.actions.type(at, text),
      onPaste: (text) => latest.current.grid.actions.paste(range(), text),
      onCopy: () => latest.current.grid.actions.copy(range()),
      onCut: () => latest.current.grid.actions.cut(range()),
      onFocus: (at) => {
        const { selection } = latest.current
        const { cursor } = selection.latest()
        if (cursor.row !== at.row || cursor.month !== at.month) selection.activate(at)
      },
      onKey: (key) => {
        const { selection, disputed, editable } = latest.current
        if (key.alt) return key.key === 'ArrowDown' && disputed.enterDispute(false)
        if (key.key === 'Enter' && !key.shift && disputed.enterDispute(true)) return true
        return (editable && edited(latest.current, key)) || selection.press(key)
      },
    }
  }, [])
}

/** Keys that change cells. Whether it was one of them. */
function edited({ selection, grid }: Parts, { key, shift = false, ctrl = false }: MoveKey): boolean {
  const { undo, redo, fill, blank } = grid.actions
  const range = rangeOfSelection(selection.latest())
  if (key === 'Delete' || key === 'Backspace') blank(range)
  else if (!ctrl) return false
  else if (key.toLowerCase() === 'z') (shift ? redo : undo)()
  else if (key.toLowerCase() === 'y') redo()
  else if (key.toLowerCase() === 'd') fill(range, 'down')
  else if (key.toLowerCase() === 'r' && !shift) fill(range, 'right')
  else return false
  return true
}
