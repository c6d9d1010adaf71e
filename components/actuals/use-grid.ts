'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef, useState } from 'react'
import { entryKinds, isLock, shownValues } from '#lib/actuals/entry-kind'
import { type FillWay, filledInto, repeatedOver } from '#lib/actuals/fill'
import { type Fit, type Frame, fitted, type Placed } from '#lib/actuals/fit'
import type { GridRow } from '#lib/actuals/grid'
import type { Position } from '#lib/actuals/move'
import { copied, type Pasted, pasted } from '#lib/actuals/paste'
import { cellsOf, type Range, sizeOf } from '#lib/actuals/range'
import { blanks, changed, pastedInto, redone, type Sheet, typed, undone } from '#lib/actuals/sheet'
import { minorDigits } from '#lib/format'
import type { ActualsProps } from './actuals-props'
import type { SheetControl } from './use-sheet'

/** What one can do in the grid. Each is one step that can be taken back. */
export type GridActions = {
  readonly type: (at: Position, text: string) => void
  readonly paste: (range: Range, text: string) => void
  readonly copy: (range: Range) => string
  readonly cut: (range: Range) => string
  readonly blank: (range: Range) => void
  readonly fill: (range: Range, way: FillWay) => void
  readonly repeat: (source: Range, target: Range) => void
  readonly undo: () => void
  readonly redo: () => void
}

export type GridControl = {
  readonly actions: GridActions
  /** A paste of which something does not fit: it waits for the person. */
  readonly preview: Pasted | null
  /** Pastes what fits, into closed months only with a reason; null gives the paste up. */
  readonly answerPreview: (answer: { readonly reason: string | null } | null) => void
  /** What a screen reader is told. */
  readonly said: string
}

/** @param rows those on the screen */
export function useGrid(
  { sections, organisation }: ActualsProps,
  rows: readonly GridRow[],
  closed: ReadonlySet<number>,
  control: SheetControl,
): GridControl {
  const t = useTranslations('actuals')
  const [preview, setPreview] = useState<Pasted | null>(null)
  const [said, say] = useState('')
  const { latest, take, reason } = control
  const decimals = minorDigits(organisation.currency)
  const frame = useCallback(
    (sheet: Sheet = latest()): Frame => ({
      rows,
      values: sheet.values,
      shown: shownValues(sections, sheet.values),
      kinds: entryKinds(sections, sheet.values),
      closed,
      decimals,
    }),
    [rows, sections, closed, decimals, latest],
  )
  const actions = useMemo((): GridActions => {
    const named = (texts: readonly Placed[]) =>
      texts.flatMap(({ row, month }) => (rows[row] ? [{ row: rows[row].key, month }] : []))
    const put = (texts: readonly Placed[]): Fit => {
      const fit = fitted(texts, frame())
      take((sheet) => changed(sheet, named(texts), fitted(texts, frame(sheet))))
      return fit
    }
    const sayFilled = ({ changes, corrections, unfit }: Fit) =>
      say(t('saidFilled', { count: changes.length + corrections.length, left: unfit.length }))
    const blank = (range: Range) => {
      const { changes, corrections } = put(blanks(cellsOf(range)))
      say(t('saidBlanked', { count: changes.length + corrections.length }))
    }
    return {
      type: (at, text) => {
        const row = rows[at.row]
        if (row === undefined) return
        const texts = [{ ...at, text }]
        const lock = fitted(texts, frame())
          .unfit.map(({ why }) => why)
          .find(isLock)
        if (lock) return say(t(`misfit.${lock}`))
        take((sheet) => typed(sheet, { row: row.key, month: at.month }, text, fitted(texts, frame(sheet))))
      },
      paste: (range, text) => {
        const result = pasted(text, range, frame())
        const fits = result.unfit.length === 0 && (result.corrections.length === 0 || reason !== null)
        if (!fits) return setPreview(result)
        take((sheet) => pastedInto(sheet, pasted(text, range, frame(sheet)), true))
        say(t('pasted', { count: result.taken.length }))
      },
      copy: (range) => {
        say(t('saidCopied', { count: sizeOf(range) }))
        return copied(range, frame())
      },
      cut: (range) => {
        const text = copied(range, frame())
        blank(range)
        return text
      },
      blank,
      fill: (range, way) => sayFilled(put(filledInto(range, way, frame()))),
      repeat: (source, target) => sayFilled(put(repeatedOver(source, target, frame()))),
      undo: () => say(t('saidUndone', { count: take(undone) })),
      redo: () => say(t('saidRedone', { count: take(redone) })),
    }
  }, [rows, frame, take, reason, t])

  const open = useRef(preview)
  open.current = preview
  return {
    actions,
    preview,
    said,
    answerPreview: (answer) => {
      const result = open.current
      setPreview(null)
      if (answer === null || result === null) return
      const why = answer.reason ?? reason
      take((sheet) => pastedInto(sheet, result, why !== null), answer.reason)
      say(t('pasted', { count: result.taken.length - (why === null ? result.corrections.length : 0) }))
    },
  }
}
