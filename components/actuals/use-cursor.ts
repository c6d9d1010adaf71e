'use client'

import { useCallback, useRef, useState } from 'react'
import type { GridStanding, MissingCell } from '#lib/actuals/missing-cells'
import { type Cursor, type MoveKey, moved, type Position } from '#lib/actuals/move'

type CursorControl = {
  readonly cursor: Cursor
  /** The person works in the grid: the cell under the cursor takes the focus. */
  readonly grabs: boolean
  readonly activate: (at: Position) => void
  /** Whether the key moved the cursor; if not, the key keeps its usual meaning. */
  readonly move: (key: MoveKey) => boolean
}

/** The cell under the cursor. It starts where there is most likely something to enter. */
export function useCursor(rows: number, standing: GridStanding, missing: readonly MissingCell[]): CursorControl {
  const [cursor, setCursor] = useState<Cursor>(() => {
    const [first] = missing
    const month = first?.month ?? standing.running ?? Math.max(0, standing.finishedThrough)
    return { row: first?.row ?? 0, month, tabbedFrom: null }
  })
  const [grabs, setGrabs] = useState(false)
  const latest = useRef(cursor)
  const to = useCallback((next: Cursor) => {
    latest.current = next
    setCursor(next)
    setGrabs(true)
  }, [])
  const activate = useCallback(
    ({ row, month }: Position) => {
      const here = latest.current
      if (here.row === row && here.month === month) setGrabs(true)
      else to({ row, month, tabbedFrom: null })
    },
    [to],
  )
  const move = useCallback(
    (key: MoveKey) => {
      const next = moved(latest.current, key, rows)
      if (next !== null) to(next)
      return next !== null
    },
    [rows, to],
  )
  return { cursor, grabs, activate, move }
}
