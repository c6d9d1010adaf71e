'use client'

import { type RefObject, useLayoutEffect } from 'react'
import { LAST_MONTH } from '#lib/actuals/move'
import type { SelectionControl } from './use-selection'

/** The cell that moved last stays in view: the cursor, or the corner to which the range was drawn. */
export function useKeptInView(
  scroller: RefObject<HTMLElement | null>,
  { selection, range, grab }: SelectionControl,
): void {
  const { cursor, end } = selection
  const whole = range.right - range.left === LAST_MONTH
  useLayoutEffect(() => showCursor(scroller.current), [scroller])
  useLayoutEffect(() => {
    if (grab > 0 && !whole) scrollTo(scroller.current, cursor.row, cursor.month)
  }, [scroller, grab, whole, cursor.row, cursor.month])
  useLayoutEffect(() => {
    if (grab > 0 && !whole) scrollTo(scroller.current, end.row, end.month)
  }, [scroller, grab, whole, end.row, end.month])
}

function scrollTo(scroller: HTMLElement | null, row: number, month: number): void {
  scroller
    ?.querySelector(`[data-row="${row}"][data-month="${month}"]`)
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Scrolls sideways until the cursor's month is in view, left of the total: late in the year it may lie beyond the edge. */
function showCursor(scroller: HTMLElement | null): void {
  const cell = scroller?.querySelector('[data-active]')
  if (!scroller || !cell) return
  const room = Number.parseFloat(getComputedStyle(scroller).scrollPaddingRight) || 0
  const beyond = cell.getBoundingClientRect().right - scroller.getBoundingClientRect().right + room
  if (beyond > 0) scroller.scrollLeft += beyond
}
