'use client'

import { useLayoutEffect, useRef } from 'react'
import type { MoveKey, Position } from '#lib/actuals/move'

type ReadCellProps = {
  readonly name: string
  readonly text: string
  readonly look: string
  readonly at: Position
  readonly active: boolean
  readonly grabs: boolean
  readonly onActivate: (at: Position) => void
  readonly onMove: (key: MoveKey) => boolean
}

/** A cell for those who only read: the cursor moves through the grid, nothing can be typed. */
export function ReadCell({ name, text, look, at, active, grabs, onActivate, onMove }: ReadCellProps) {
  const cell = useRef<HTMLTableCellElement>(null)
  useLayoutEffect(() => {
    if (!active || !grabs) return
    cell.current?.focus({ preventScroll: true })
    cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, grabs])
  return (
    <td
      ref={cell}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid (ARIA grid pattern)
      role="gridcell"
      aria-label={name}
      aria-selected={active}
      tabIndex={active ? 0 : -1}
      onClick={() => onActivate(at)}
      onFocus={() => onActivate(at)}
      onKeyDown={(event) => {
        const ctrl = event.ctrlKey || event.metaKey
        // Tab leaves at once: with nothing to enter there is nothing to step through.
        if (event.key !== 'Tab' && onMove({ key: event.key, shift: event.shiftKey, ctrl })) event.preventDefault()
      }}
      className={`${look} -outline-offset-2`}
    >
      {text}
    </td>
  )
}
