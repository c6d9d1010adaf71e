'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { checksOf } from '#lib/actuals/checks'
import { correctionsByCell } from '#lib/actuals/corrections'
import { entryKinds, lockOf, shownValues } from '#lib/actuals/entry-kind'
import { gridRows, shownRows } from '#lib/actuals/grid'
import { isRowAwaited, missingCells } from '#lib/actuals/missing-cells'
import type { Range } from '#lib/actuals/range'
import { cellKey } from '#lib/actuals/save-request'
import { spot } from '#lib/actuals/sheet'
import { valueAt } from '#lib/actuals/values'
import type { Month } from '#lib/month'
import type { ActualsProps } from './actuals-props'
import { disputes as disputesOf } from './disputes'
import { useDisputes } from './use-disputes'
import { useFold, useGo } from './use-fold'
import { useGrid } from './use-grid'
import { useGridHandlersOf } from './use-grid-handlers'
import { useRefused } from './use-refused'
import { useSelection } from './use-selection'
import { useSheet } from './use-sheet'
import { useWords } from './use-words'

export type ActualsWork = ReturnType<typeof useActuals>

const PAGE_ROWS = 10

/** Everything that the actuals screen knows and can do, apart from how it looks. */
export function useActuals(props: ActualsProps) {
  const { sections, standing, year, closing, restatements } = props
  const words = useWords(props)
  const scroller = useRef<HTMLDivElement>(null)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const closed = useMemo(
    () => new Set(closing.closed.map(({ month }) => year.months.indexOf(month))),
    [closing.closed, year.months],
  )
  const allRows = useMemo(() => gridRows(sections), [sections])
  const rows = useMemo(() => shownRows(sections, unfolded), [sections, unfolded])
  const control = useSheet(props, closed)
  const { sheet, autosave } = control
  const shown = useMemo(() => shownValues(sections, sheet.values), [sections, sheet.values])
  const kinds = useMemo(() => entryKinds(sections, sheet.values), [sections, sheet.values])
  const missing = useMemo(() => missingCells(rows, shown, standing), [rows, shown, standing])
  const selection = useSelection(
    {
      rows: rows.length,
      page: PAGE_ROWS,
      isFilled: ({ row, month }) => valueAt(shown, rows[row]?.key ?? '', month) !== null,
    },
    standing,
    missing,
  )
  const grid = useGrid(props, rows, closed, control)
  const disputes = useMemo(
    () => disputesOf(autosave.queue.conflicts, allRows, rows, year.months),
    [autosave.queue.conflicts, allRows, rows, year.months],
  )
  const folding = { rows, sections, unfolded, setUnfolded, selection, forgetPaste: control.forgetPaste }
  const fold = useFold(folding)
  const go = useGo({ ...folding, values: sheet.values, kinds, fold })
  const disputed = useDisputes({ disputes, selection, settle: control.settle, unfold: fold })
  const handlers = useGridHandlersOf({ editable: props.editable, selection, grid, disputed })
  const refused = useRefused(props, control)

  const { cursor } = selection.selection
  const row = rows[cursor.row]
  const month = year.months[cursor.month]
  const corrections = useMemo(() => correctionsByCell(restatements), [restatements])
  return {
    ...{ words, scroller, rows, allRows, unfolded, fold, go, closed, control, sheet, autosave, shown, kinds, missing },
    ...{ selection, disputes, handlers, corrections, ...grid, ...disputed, ...refused },
    awaited: useMemo(() => rows.some((one) => isRowAwaited(one, shown, standing)), [rows, shown, standing]),
    checks: useMemo(
      () => checksOf(sections, shown, standing.finishedThrough),
      [sections, shown, standing.finishedThrough],
    ),
    entered: useMemo(() => enteredMonths(shown, year.months), [shown, year.months]),
    onRepeat: useCallback(
      (source: Range, target: Range) => props.editable && grid.actions.repeat(source, target),
      [props.editable, grid.actions],
    ),
    here:
      row === undefined || month === undefined
        ? null
        : {
            row,
            at: cursor,
            value: valueAt(shown, row.key, cursor.month),
            unread: sheet.unread.get(spot(row.key, cursor.month)),
            lock: lockOf(row, cursor.month, kinds, sheet.values),
            correction: corrections.get(cellKey(row.key, month)),
            isClosed: closed.has(cursor.month),
          },
  }
}

function enteredMonths(shown: ReturnType<typeof shownValues>, months: readonly Month[]): ReadonlySet<Month> {
  return new Set(months.filter((_, at) => Object.values(shown).some((values) => (values[at] ?? null) !== null)))
}
