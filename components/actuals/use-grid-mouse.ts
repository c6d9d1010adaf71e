'use client'

import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import { drawnTo } from '#lib/actuals/fill'
import type { Position } from '#lib/actuals/move'
import type { Range } from '#lib/actuals/range'
import { monthsSelected, rangeOfSelection, rowsSelected } from '#lib/actuals/selection'
import type { SelectionControl } from './use-selection'

type GridMouse = {
  /** The block to which the fill handle is being drawn. */
  readonly drawn: Range | null
  readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void
  readonly onMouseOver: (event: MouseEvent<HTMLElement>) => void
}

/** Clicks and drags: cells, whole rows and months by their heads, and the fill handle. */
export function useGridMouse(
  { activate, extendTo, select, latest }: SelectionControl,
  rows: number,
  onRepeat: (source: Range, target: Range) => void,
): GridMouse {
  const [drawn, setDrawn] = useState<Range | null>(null)
  const drag = useRef<'select' | 'draw' | null>(null)
  const target = useRef(drawn)
  const draw = useCallback((range: Range | null) => {
    target.current = range
    setDrawn(range)
  }, [])

  useEffect(() => {
    const end = () => {
      const to = target.current
      if (drag.current === 'draw' && to !== null) {
        onRepeat(rangeOfSelection(latest()), to)
        const { top, left, bottom, right } = to
        select({ ...rangeStart(top, left), end: { row: bottom, month: right } })
      }
      drag.current = null
      draw(null)
    }
    addEventListener('mouseup', end)
    return () => removeEventListener('mouseup', end)
  }, [draw, latest, onRepeat, select])

  function onMouseDown(event: MouseEvent<HTMLElement>) {
    if (event.button !== 0 || !(event.target instanceof HTMLElement)) return
    const { target: pressed, shiftKey } = event
    // Inside a text that is being edited the mouse belongs to the text.
    if (pressed instanceof HTMLInputElement && pressed.dataset.mode !== 'ready') return
    const at = cellAt(pressed)
    const head = headAt(pressed)
    if (at === null && head === null) return
    event.preventDefault()
    takeText(event.currentTarget)
    if (pressed.dataset.fillHandle !== undefined) {
      drag.current = 'draw'
    } else if (at !== null) {
      drag.current = 'select'
      if (shiftKey) extendTo(at)
      else activate(at)
    } else if (head !== null) {
      const { anchor } = latest()
      if ('row' in head) select(rowsSelected(shiftKey ? anchor.row : head.row, head.row))
      else if ('month' in head) select(monthsSelected(shiftKey ? anchor.month : head.month, head.month, { rows }))
      else select(rowsSelected(0, rows - 1))
    }
  }
  function onMouseOver(event: MouseEvent<HTMLElement>) {
    if (drag.current === null || (event.buttons & 1) === 0) return
    const at = cellAt(event.target)
    if (at === null) return
    if (drag.current === 'select') extendTo(at)
    else draw(drawnTo(rangeOfSelection(latest()), at))
  }
  return { drawn, onMouseDown, onMouseOver }
}

const rangeStart = (row: number, month: number) => ({
  cursor: { row, month, tabbedFrom: null },
  anchor: { row, month },
})

/** The press keeps the focus where it is, so a text that is being typed is taken here. */
function takeText(grid: HTMLElement): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement && grid.contains(activeElement)) activeElement.blur()
}

function cellAt(target: EventTarget | null): Position | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-month]') : null
  return cell === null ? null : { row: Number(cell.dataset.row), month: Number(cell.dataset.month) }
}

type Head = { readonly row: number } | { readonly month: number } | { readonly all: true }

function headAt(target: Element): Head | null {
  const head = target.closest<HTMLElement>('[data-head-row], [data-head-month], [data-head-all]')
  if (head === null) return null
  const { headRow, headMonth } = head.dataset
  if (headRow !== undefined) return { row: Number(headRow) }
  return headMonth === undefined ? { all: true } : { month: Number(headMonth) }
}
