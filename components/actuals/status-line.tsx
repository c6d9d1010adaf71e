'use client'

import { useTranslations } from 'next-intl'
import { isMoneyRow } from '#lib/actuals/cell-text'
import type { FillWay } from '#lib/actuals/fill'
import type { GridRow } from '#lib/actuals/grid'
import { cellsOf, type Range, rangeSums, sizeOf } from '#lib/actuals/range'
import { type GridValues, valueAt } from '#lib/actuals/values'
import { Button } from '../ui/button'
import type { Words } from './use-words'

type StatusLineProps = {
  readonly range: Range
  readonly rows: readonly GridRow[]
  readonly shown: GridValues
  readonly words: Words
  /** Null: nothing can be filled by the person. */
  readonly onFill: ((way: FillWay) => void) | null
}

/** Below the grid: how cells are read; of a selected block its sum, mean and count, and the ways to fill it. */
export function StatusLine({ range, rows, shown, words, onFill }: StatusLineProps) {
  const t = useTranslations('actuals')
  const several = sizeOf(range) > 1
  return (
    <div className="flex min-h-10.5 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t px-4 py-1.5 text-small text-text-3">
      <p className="min-w-0 flex-1 basis-80">{t('note', { unit: words.currency })}</p>
      <div role="status" className="flex flex-wrap items-center gap-x-4 text-text-2">
        {several && <Sums range={range} rows={rows} shown={shown} words={words} />}
      </div>
      {several && onFill !== null && (
        <span className="flex gap-1.5 max-tablet:hidden">
          <Button size="small" disabled={range.top === range.bottom} onClick={() => onFill('down')}>
            {t('fillDown')}
          </Button>
          <Button size="small" disabled={range.left === range.right} onClick={() => onFill('right')}>
            {t('fillRight')}
          </Button>
        </span>
      )}
    </div>
  )
}

function Sums({ range, rows, shown, words }: Omit<StatusLineProps, 'onFill'>) {
  const t = useTranslations('actuals')
  const sums = rangeSums(
    cellsOf(range).flatMap(({ row: at, month }) => {
      const row = rows[at]
      return row ? [{ value: valueAt(shown, row.key, month), isMoney: isMoneyRow(row) }] : []
    }),
  )
  // Where there is a sum its figures are all amounts or all counts: the first row that has one gives the form.
  const filled = cellsOf(range).find(({ row, month }) => valueAt(shown, rows[row]?.key ?? '', month) !== null)
  const like = filled && rows[filled.row]
  return (
    <>
      <span className="sr-only">
        {t('saidRange', { rows: range.bottom - range.top + 1, months: range.right - range.left + 1 })}
      </span>
      {sums.sum !== null && sums.mean !== null && like !== undefined && (
        <>
          <span>
            {t('sum')} <b>{words.value(like, sums.sum)}</b>
          </span>
          <span>
            {t('mean')} <b>{words.mean(like, sums.mean)}</b>
          </span>
        </>
      )}
      <span>
        {t('countOf')} <b>{sums.count}</b>
      </span>
    </>
  )
}
