'use client'

import { useState } from 'react'
import { cellKey } from '#lib/actuals/save-request'
import type { ActualsProps } from './actuals-props'
import type { SheetControl } from './use-sheet'

/** Refused cells whose month somebody closed while they were typed: with a reason they are saved as corrections. */
export function useRefused({ closing }: ActualsProps, { autosave }: SheetControl) {
  const [askingRefused, setAsking] = useState(false)
  const { queue, retry } = autosave
  const months = closing.closed.map(({ month }) => cellKey('', month))
  const inClosed = [...queue.refused.keys()].filter(
    (cell) => !queue.reasons.has(cell) && months.some((month) => cell.startsWith(month)),
  )
  return {
    askingRefused,
    onRefusedReason: inClosed.length === 0 ? null : () => setAsking(true),
    /** Null: not now; the cells stay as they are. */
    saveRefused: (reason: string | null) => {
      setAsking(false)
      if (reason !== null) retry(new Map(inClosed.map((cell) => [cell, reason])))
    },
  }
}
