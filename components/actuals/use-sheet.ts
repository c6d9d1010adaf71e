'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { type GridRow, gridRows } from '#lib/actuals/grid'
import type { Cells, SaveQueue } from '#lib/actuals/save-queue'
import { cellKey } from '#lib/actuals/save-request'
import { newSheet, overlaid, type Sheet, type Step } from '#lib/actuals/sheet'
import { type CellChange, gridValues, valueAt } from '#lib/actuals/values'
import type { ActualsProps } from './actuals-props'
import { type Autosave, useAutosave } from './use-autosave'

/** A step that waits for the reason of its corrections. */
export type Held = { readonly make: (sheet: Sheet) => Step; readonly corrections: readonly CellChange[] }

export type SheetControl = {
  readonly sheet: Sheet
  readonly autosave: Autosave
  /** The latest sheet: two keys may come before React has drawn the first. */
  readonly latest: () => Sheet
  /** Takes a step; one into a closed month is held until there is a reason, unless it brings one. How many cells it changed. */
  readonly take: (make: (sheet: Sheet) => Step, why?: string | null) => number
  readonly held: Held | null
  /** Lets the held step happen, and those after it, with this reason; null gives the step up. */
  readonly release: (reason: string | null) => void
  /** Why closed months are being corrected; null until somebody has said it. */
  readonly reason: string | null
  readonly endCorrection: () => void
  /** Forgets where the last paste went: the rows have moved. */
  readonly forgetPaste: () => void
  /** Chooses between one's own and somebody else's value of a cell. */
  readonly settle: (cell: string, keep: 'yours' | 'theirs') => void
}

/** The grid's values with what one can do to them; every change goes into the save queue. */
export function useSheet(props: ActualsProps, closed: ReadonlySet<number>): SheetControl {
  const { sections, year, cells } = props
  const [sheet, setSheet] = useState(() => newSheet(gridValues(cells, year.months)))
  const [held, setHeld] = useState<Held | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const latest = useRef(sheet)
  const show = useCallback((next: Sheet) => {
    latest.current = next
    setSheet(next)
  }, [])
  const places = useMemo(() => placesOf(gridRows(sections), year.months), [sections, year.months])
  const overlay = useCallback(
    (values: Cells) => {
      const changes = [...values].flatMap(([key, after]): CellChange[] => {
        const place = places.get(key)
        if (place === undefined) return []
        return [{ ...place, before: valueAt(latest.current.values, place.row, place.month), after }]
      })
      show(overlaid(latest.current, changes))
    },
    [places, show],
  )
  const autosave = useAutosave({ ...props, onRestored: overlay })
  const { put, settle, queue } = autosave

  const apply = useCallback(
    ({ sheet: next, changes }: Step, why: string | null) => {
      show(next)
      const named = changes.flatMap(({ row, month, after }) => {
        const at = year.months[month]
        return at === undefined ? [] : [{ key: cellKey(row, at), month, after }]
      })
      const corrected = named.filter(({ month }) => closed.has(month))
      const reasons: SaveQueue['reasons'] = new Map(why === null ? [] : corrected.map(({ key }) => [key, why] as const))
      put(new Map(named.map(({ key, after }) => [key, after])), reasons)
      return changes.length
    },
    [show, put, year.months, closed],
  )
  const take = useCallback(
    (make: (sheet: Sheet) => Step, brought: string | null = null) => {
      const step = make(latest.current)
      const corrections = step.changes.filter(({ month }) => closed.has(month))
      const why = brought ?? reason
      if (brought !== null) setReason(brought)
      if (corrections.length === 0 || why !== null) return apply(step, why)
      setHeld({ make, corrections })
      return 0
    },
    [apply, closed, reason],
  )
  return {
    sheet,
    autosave,
    latest: useCallback(() => latest.current, []),
    take,
    held,
    release: (why) => {
      setHeld(null)
      if (why !== null && held !== null) take(held.make, why)
    },
    reason,
    endCorrection: () => setReason(null),
    forgetPaste: useCallback(() => show({ ...latest.current, paste: null }), [show]),
    settle: (cell, keep) => {
      const conflict = queue.conflicts.get(cell)
      if (conflict && keep === 'theirs') overlay(new Map([[cell, conflict.theirs]]))
      settle(cell, keep)
    },
  }
}

function placesOf(rows: readonly GridRow[], months: ActualsProps['year']['months']) {
  const all = rows.flatMap((row) =>
    months.map((month, at) => ({ row: row.key, month: at, key: cellKey(row.key, month) })),
  )
  return new Map(all.map((place) => [place.key, place]))
}
