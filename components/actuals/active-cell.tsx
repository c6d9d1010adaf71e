'use client'

import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Position } from '#lib/actuals/move'
import { classes } from '../ui/classes'
import { useGridHandlers } from './grid-context'

/**
 * 'ready': keys move and typing replaces. 'typing': the arrows take the text and move on, as in a spreadsheet.
 * 'caret' (F2, double click): left and right move within the text.
 */
type Mode = 'ready' | 'typing' | 'caret'

export type ActiveCellProps = {
  readonly at: Position
  readonly name: string
  /** What stands in the cell, formatted, or as typed while it could not be read. */
  readonly shown: string
  /** What a blank cell says: 未入力 where something is missing. */
  readonly blank: string
  readonly wrong: boolean
  /** Takes no figure, see Lock. */
  readonly locked: boolean
  /** Takes the focus whenever it counts up: the person is working in the grid. */
  readonly grab: number
}

/** The line that says of the cell under the cursor what is not to be seen in it. */
export const CELL_NOTES = 'actuals-cell-notes'

/** The cell under the cursor: always a text field, so that an input method (IME) can start right on it. */
export function ActiveCell({ at, name, shown, blank, wrong, locked, grab }: ActiveCellProps) {
  const { onType, onPaste, onCopy, onCut, onKey, onFocus } = useGridHandlers()
  const [mode, setMode] = useState<Mode>('ready')
  const [draft, setDraft] = useState('')
  const input = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    if (grab === 0) return
    input.current?.focus({ preventScroll: true })
    input.current?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grab])
  // In 'ready' all of the text is selected: typing replaces it, copying takes it.
  useLayoutEffect(() => {
    if (mode === 'ready' && document.activeElement === input.current) input.current?.select()
  }, [mode, shown])

  function edit() {
    if (locked) return
    setDraft(shown)
    setMode('caret')
  }
  function take() {
    if (mode === 'ready') return
    setMode('ready')
    onType(at, draft)
  }
  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    // While an input method composes, its keys (Enter, arrows) are its own.
    if (event.nativeEvent.isComposing) return
    const { key, shiftKey: shift, altKey: alt } = event
    const ctrl = event.ctrlKey || event.metaKey
    if (mode === 'ready') {
      if (key === 'F2') edit()
      else if (onKey({ key, shift, ctrl, alt })) event.preventDefault()
    } else if (key === 'Escape') {
      setMode('ready')
    } else if (!alt && leaves(key, mode)) {
      take()
      if (onKey({ key, shift, ctrl })) event.preventDefault()
    }
  }
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text/plain')
    if (mode !== 'ready' && !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    setMode('ready')
    onPaste(text)
  }
  function copy(event: ClipboardEvent<HTMLInputElement>, take: () => string) {
    if (mode !== 'ready') return
    event.preventDefault()
    event.clipboardData.setData('text/plain', take())
  }
  return (
    <input
      ref={input}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      readOnly={locked}
      aria-label={name}
      aria-describedby={CELL_NOTES}
      aria-invalid={wrong || undefined}
      placeholder={blank}
      data-mode={mode}
      value={mode === 'ready' ? shown : draft}
      onChange={(event) => {
        if (mode === 'ready') setMode('typing')
        setDraft(event.target.value)
      }}
      onKeyDown={keyDown}
      onPaste={paste}
      onCopy={(event) => copy(event, onCopy)}
      onCut={(event) => copy(event, onCut)}
      onDoubleClick={edit}
      onFocus={(event) => {
        event.target.select()
        onFocus(at)
      }}
      onBlur={take}
      className={classes(
        'absolute inset-0 z-[2] h-full w-full px-1.5 text-right outline-2 -outline-offset-1 placeholder:text-micro placeholder:text-watch',
        locked ? 'bg-surface-2 text-text-2' : 'bg-surface',
        wrong ? 'text-bad outline-bad' : 'outline-accent',
        mode === 'ready' && 'cursor-cell caret-transparent selection:bg-transparent',
        mode !== 'ready' && 'shadow-2',
      )}
    />
  )
}

/** Keys that take the text and go on; in 'caret' the text keeps its own. */
function leaves(key: string, mode: Mode): boolean {
  if (['Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(key)) return true
  return mode !== 'caret' && ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)
}
