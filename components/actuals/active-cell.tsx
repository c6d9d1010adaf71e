'use client'

import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { MoveKey } from '#lib/actuals/move'
import { classes } from '../ui/classes'

/**
 * 'ready': keys move and typing replaces. 'typing': the arrows take the text and move on, as in a spreadsheet.
 * 'caret' (F2, double click): left and right move within the text.
 */
type Mode = 'ready' | 'typing' | 'caret'

export type ActiveCellProps = {
  readonly name: string
  /** What stands in the cell, formatted, or as typed while it could not be read. */
  readonly shown: string
  /** What a blank cell says: 未入力 where something is missing. */
  readonly blank: string
  readonly wrong: boolean
  /** Takes the focus when it appears: the person is working in the grid. */
  readonly grabs: boolean
  readonly onType: (text: string) => void
  readonly onPaste: (text: string) => void
  readonly onUndo: () => void
  /** Whether the key led to another cell. */
  readonly onMove: (key: MoveKey) => boolean
  readonly onFocus: () => void
}

/** The cell under the cursor: always a text field, so that an input method (IME) can start right on it. */
export function ActiveCell(props: ActiveCellProps) {
  const { name, shown, blank, wrong, grabs, onType, onPaste, onUndo, onMove, onFocus } = props
  const [mode, setMode] = useState<Mode>('ready')
  const [draft, setDraft] = useState('')
  const input = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    if (!grabs) return
    input.current?.focus({ preventScroll: true })
    input.current?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grabs])
  // In 'ready' all of the text is selected: typing replaces it, copying takes it.
  useLayoutEffect(() => {
    if (mode === 'ready' && document.activeElement === input.current) input.current?.select()
  }, [mode, shown])

  function edit() {
    setDraft(shown)
    setMode('caret')
  }
  function take() {
    if (mode === 'ready') return
    setMode('ready')
    onType(draft)
  }
  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    // While an input method composes, its keys (Enter, arrows) are its own.
    if (event.nativeEvent.isComposing || event.altKey) return
    const { key, shiftKey: shift } = event
    const ctrl = event.ctrlKey || event.metaKey
    if (mode === 'ready' && ctrl && key.toLowerCase() === 'z') {
      event.preventDefault()
      onUndo()
    } else if (mode === 'ready' && (key === 'Delete' || key === 'Backspace')) {
      event.preventDefault()
      onType('')
    } else if (key === 'F2') edit()
    else if (key === 'Escape') setMode('ready')
    else if (leaves(key, mode)) {
      take()
      if (onMove({ key, shift, ctrl })) event.preventDefault()
    }
  }
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text/plain')
    if (mode !== 'ready' && !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    setMode('ready')
    onPaste(text)
  }
  return (
    <input
      ref={input}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-label={name}
      aria-invalid={wrong || undefined}
      placeholder={blank}
      value={mode === 'ready' ? shown : draft}
      onChange={(event) => {
        if (mode === 'ready') setMode('typing')
        setDraft(event.target.value)
      }}
      onKeyDown={keyDown}
      onPaste={paste}
      onDoubleClick={edit}
      onFocus={(event) => {
        event.target.select()
        onFocus()
      }}
      onBlur={take}
      className={classes(
        'absolute inset-0 z-[2] h-full w-full bg-surface px-1.5 text-right outline-2 -outline-offset-1 placeholder:text-micro placeholder:text-watch',
        wrong ? 'text-bad outline-bad' : 'outline-accent',
        mode === 'ready' && 'cursor-cell caret-transparent selection:bg-transparent',
        mode !== 'ready' && 'shadow-2',
      )}
    />
  )
}

/** Keys that take the text and go on; in 'caret' the text keeps its own. */
function leaves(key: string, mode: Mode): boolean {
  if (key === 'Enter' || key === 'Tab' || key === 'ArrowUp' || key === 'ArrowDown') return true
  return mode !== 'caret' && ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)
}
