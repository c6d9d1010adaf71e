'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Dispute } from './disputes'
import type { SelectionControl } from './use-selection'
import type { SheetControl } from './use-sheet'

type DisputeOptions = {
  readonly disputes: readonly Dispute[]
  readonly selection: SelectionControl
  readonly settle: SheetControl['settle']
  /** Shows the campaigns of a channel. */
  readonly unfold: (channelId: string) => void
}

export type Disputed = {
  /** The one whose two values are shown beside its cell. */
  readonly dispute: Dispute | null
  readonly conflictPanel: RefObject<HTMLDivElement | null>
  readonly settle: SheetControl['settle']
  readonly postpone: () => void
  readonly goToDispute: (dispute: Dispute) => void
  /** Leads the keyboard to the two values; false when nothing is disputed. `here`: only those of the cursor's cell. */
  readonly enterDispute: (here: boolean) => boolean
}

/** Which disputed cell is spoken of, and the ways into it and out of it. */
export function useDisputes({ disputes, selection, settle, unfold }: DisputeOptions): Disputed {
  const conflictPanel = useRef<HTMLDivElement>(null)
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const [led, setLed] = useState<{ readonly key: string; readonly times: number } | null>(null)
  const { cursor } = selection.selection
  const isHere = (one: Dispute) => one.place === cursor.row && one.month === cursor.month
  const open = disputes.filter((one) => one.place !== null && !later.has(one.key))
  const dispute = open.find(isHere) ?? open[0] ?? null

  useEffect(() => {
    if (led === null) return
    // After the cell, which takes the focus when the cursor comes to it.
    const next = requestAnimationFrame(() => conflictPanel.current?.querySelector('button')?.focus())
    return () => cancelAnimationFrame(next)
  }, [led])

  function leadTo(one: Dispute) {
    if (one.place === null && one.row.channelId !== null) unfold(one.row.channelId)
    if (one.place !== null) selection.activate({ row: one.place, month: one.month })
    setLater((kept) => new Set([...kept].filter((key) => key !== one.key)))
    setLed((last) => ({ key: one.key, times: (last?.times ?? 0) + 1 }))
  }
  function back() {
    const { row, month } = selection.latest().cursor
    selection.activate({ row, month })
  }
  return {
    dispute,
    conflictPanel,
    settle: (cell, keep) => {
      settle(cell, keep)
      back()
    },
    postpone: () => {
      if (dispute !== null) setLater((kept) => new Set([...kept, dispute.key]))
      back()
    },
    goToDispute: leadTo,
    enterDispute: (here) => {
      const wanted = disputes.find((one) => isHere(one)) ?? (here ? undefined : (dispute ?? disputes[0]))
      if (wanted === undefined) return false
      leadTo(wanted)
      return true
    },
  }
}
