'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Position } from '#lib/actuals/move'
import { CELL_NOTES } from './active-cell'
import { useGridHandlers } from './grid-context'

type ReadCellProps = {
  readonly name: string
  readonly children: ReactNode
  readonly look: string
  readonly at: Position
  readonly active: boolean
  readonly selected: boolean
  readonly grab: number
}

/** A cell for those who only read: the selection moves through the grid and can be copied, nothing can be typed. */
export function ReadCell({ name, children, look, at, active, selected, grab }: ReadCellProps) {
  const { onKey, onFocus, onCopy } = useGridHandlers()
  const cell = useRef<HTMLTableCellElement>(null)
  useLayoutEffect(() => {
    if (!active || grab === 0) return
    cell.current?.focus({ preventScroll: true })
    cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, grab])
  return (
    <td
      ref={cell}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid (ARIA grid pattern)
      role="gridcell"
      aria-label={name}
      aria-describedby={active ? CELL_NOTES : undefined}
      aria-selected={selected}
      data-row={at.row}
      data-month={at.month}
      data-active={active || undefined}
      tabIndex={active ? 0 : -1}
      onFocus={() => onFocus(at)}
      onCopy={(event) => {
        event.preventDefault()
        event.clipboardData.setData('text/plain', onCopy())
      }}
      onKeyDown={(event) => {
        const { key, shiftKey: shift, altKey: alt } = event
        const ctrl = event.ctrlKey || event.metaKey
        // Tab leaves at once: with nothing to enter there is nothing to step through.
        if (key !== 'Tab' && onKey({ key, shift, ctrl, alt })) event.preventDefault()
      }}
      className={`${look} -outline-offset-2`}
    >
      {children}
    </td>
  )
}
