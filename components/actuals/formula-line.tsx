'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type GridRow, valueAt } from '#lib/actuals/grid'
import type { Position } from '#lib/actuals/move'
import { type Sheet, spot } from '#lib/actuals/sheet'
import type { Words } from './use-words'

type FormulaLineProps = { readonly row: GridRow; readonly at: Position; readonly sheet: Sheet; readonly words: Words }

/** Which cell the cursor is on, what stands in it, what was planned; or why it could not be read. */
export function FormulaLine({ row, at, sheet, words }: FormulaLineProps) {
  const t = useTranslations('actuals')
  const faults = useTranslations('errors')
  const unread = sheet.unread.get(spot(row.key, at.month))
  const plan = row.plan[at.month] ?? null
  return (
    <div className="flex h-8.5 shrink-0 items-center border-b text-small whitespace-nowrap">
      <span className="flex h-full min-w-46 items-center gap-3 border-r px-3.5 text-text-2 max-tablet:min-w-0">
        <span>{words.row(row)}</span>
        <span>{words.month(at.month)}</span>
      </span>
      <span className="px-3.5 font-strong">
        {unread?.text ?? words.value(row, valueAt(sheet.values, row.key, at.month))}
      </span>
      {unread !== undefined && (
        <span role="alert" className="flex min-w-0 items-center gap-1.5 text-bad">
          <TriangleAlert aria-hidden="true" size={14} className="shrink-0" />
          <span className="truncate">{faults(unread.fault)}</span>
        </span>
      )}
      {unread === undefined && plan !== null && (
        <span className="ml-auto pr-3.5 text-text-3">{t('planned', { value: words.value(row, plan) })}</span>
      )}
    </div>
  )
}
