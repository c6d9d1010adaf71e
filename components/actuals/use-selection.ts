'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { GridStanding, MissingCell } from '#lib/actuals/missing-cells'
import type { Field, MoveKey, Position } from '#lib/actuals/move'
import type { Range } from '#lib/actuals/range'
import { afterKey, extended, rangeOfSelection, type Selection, selected } from '#lib/actuals/selection'

export type SelectionControl = {
  readonly selection: Selection
  readonly range: Range
  /** Counts up whenever the cell under the cursor is to take the focus; 0 until the person works in the grid. */
  readonly grab: number
  readonly activate: (at: Position) => void
  readonly extendTo: (at: Position) => void
  readonly select: (selection: Selection) => void
  /** Whether the key changed the selection; if not, it keeps its usual meaning. */
  readonly press: (key: MoveKey) => boolean
  /** The selection without waiting for React to draw it. */
  readonly latest: () => Selection
  /** Moves the cursor because the rows around it have moved: the focus stays where it is. */
  readonly follow: (at: Position) => void
}

/** The selected cells. They begin where there is most likely something to enter. */
export function useSelection(field: Field, standing: GridStanding, missing: readonly MissingCell[]): SelectionControl {
  const [selection, setSelection] = useState<Selection>(() => {
    const [first] = missing
    const month = first?.month ?? standing.running ?? Math.max(0, standing.finishedThrough)
    return selected({ row: first?.row ?? 0, month })
  })
  const [grab, setGrab] = useState(0)
  const latest = useRef(selection)
  const around = useRef(field)
  around.current = field

  const select = useCallback((next: Selection) => {
    latest.current = next
    setSelection(next)
    setGrab((count) => count + 1)
  }, [])
  const control = useMemo(
    () => ({
      select,
      latest: () => latest.current,
      activate: (at: Position) => select(selected(at)),
      extendTo: (at: Position) => select(extended(latest.current, at, around.current)),
      press: (key: MoveKey) => {
        const next = afterKey(latest.current, key, around.current)
        if (next !== null) select(next)
        return next !== null
      },
      follow: (at: Position) => {
        latest.current = selected(at)
        setSelection(latest.current)
        setGrab(0)
      },
    }),
    [select],
  )
  const range = useMemo(() => rangeOfSelection(selection), [selection])
  return { selection, range, grab, ...control }
}
