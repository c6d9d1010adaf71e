'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { type CellChange, gridRows, gridValues, valueAt } from '#lib/actuals/grid'
import type { Position } from '#lib/actuals/move'
import type { Cells } from '#lib/actuals/save-queue'
import { cellKey } from '#lib/actuals/save-request'
import { newSheet, overlaid, pastedInto, type Sheet, type Step, typed, undone } from '#lib/actuals/sheet'
import { minorDigits } from '#lib/format'
import type { ActualsProps } from './actuals-props'
import { type Autosave, useAutosave } from './use-autosave'

export type SheetActions = {
  readonly type: (at: Position, text: string) => void
  readonly paste: (at: Position, text: string) => void
  readonly undo: () => void
  /** Chooses between one's own and somebody else's value of a cell. */
  readonly settle: (cell: string, keep: 'yours' | 'theirs') => void
}

/** The grid's values with what one can do to them; every change goes into the save queue. */
export function useSheet(props: ActualsProps): { sheet: Sheet; actions: SheetActions; autosave: Autosave } {
  const { sections, year, cells, organisation } = props
  const [sheet, setSheet] = useState(() => newSheet(gridValues(cells, year.months)))
  // The latest sheet: two keys may come before React has drawn the first.
  const latest = useRef(sheet)
  const show = useCallback((next: Sheet) => {
    latest.current = next
    setSheet(next)
  }, [])
  const places = useMemo(() => {
    const all = gridRows(sections).flatMap((row) =>
      year.months.map((month, at) => ({ row: row.key, month: at, key: cellKey(row.key, month) })),
    )
    return new Map(all.map((place) => [place.key, place]))
  }, [sections, year.months])

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

  const actions = useMemo((): SheetActions => {
    const grid = { rows: gridRows(sections), decimals: minorDigits(organisation.currency) }
    const take = ({ sheet: next, changes }: Step) => {
      show(next)
      put(
        new Map(
          changes.flatMap(({ row, month, after }) => {
            const at = year.months[month]
            return at === undefined ? [] : [[cellKey(row, at), after] as const]
          }),
        ),
      )
    }
    return {
      type: (at, text) => take(typed(latest.current, at, text, grid)),
      paste: (at, text) => take(pastedInto(latest.current, at, text, grid)),
      undo: () => take(undone(latest.current)),
      settle: (cell, keep) => {
        const conflict = queue.conflicts.get(cell)
        if (conflict && keep === 'theirs') overlay(new Map([[cell, conflict.theirs]]))
        settle(cell, keep)
      },
    }
  }, [sections, organisation.currency, year.months, put, settle, queue.conflicts, overlay, show])
  return { sheet, actions, autosave }
}
