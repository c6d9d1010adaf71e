'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Correction } from '#lib/actuals/corrections'
import type { Lock } from '#lib/actuals/entry-kind'
import type { GridRow } from '#lib/actuals/grid'
import type { Position } from '#lib/actuals/move'
import type { UnreadText } from '#lib/actuals/sheet'
import type { Restatement } from '#lib/monthly-actual'
import { CELL_NOTES } from './active-cell'
import type { Words } from './use-words'

type FormulaLineProps = {
  readonly row: GridRow
  readonly at: Position
  readonly value: number | null
  readonly unread: UnreadText | undefined
  readonly lock: Lock | null
  readonly correction: Correction | undefined
  readonly isClosed: boolean
  readonly words: Words
}

/** Which cell the cursor is on, what stands in it and why it is as it is; what was planned, or why it could not be read. */
export function FormulaLine({ row, at, value, unread, lock, correction, isClosed, words }: FormulaLineProps) {
  const t = useTranslations('actuals')
  const faults = useTranslations('errors')
  const plan = row.plan[at.month] ?? null
  const last = correction?.steps.at(-1)
  const reasonOf = ({ reason }: Restatement) => ('text' in reason ? reason.text : t(`reasons.${reason.key}`))
  const shown = (figure: number | null) => (figure === null ? t('blank') : words.value(row, figure))
  return (
    <div className="flex min-h-8.5 shrink-0 flex-wrap items-center border-b text-small tablet:flex-nowrap">
      <span className="flex h-8.5 min-w-46 shrink-0 items-center gap-3 border-r px-3.5 whitespace-nowrap text-text-2 max-tablet:min-w-0">
        <span>{words.row(row)}</span>
        <span>{words.month(at.month)}</span>
      </span>
      <span className="px-3.5 font-strong whitespace-nowrap">{unread?.text ?? words.value(row, value)}</span>
      <span
        id={CELL_NOTES}
        className="flex min-w-0 items-center gap-3 pr-3.5 text-text-2 max-tablet:px-3.5 max-tablet:pb-1.5"
      >
        {unread !== undefined && (
          <span role="alert" className="flex min-w-0 items-center gap-1.5 text-bad">
            <TriangleAlert aria-hidden="true" size={14} className="shrink-0" />
            <span>{faults(unread.fault)}</span>
          </span>
        )}
        {lock !== null && <span>{t(`misfit.${lock}`)}</span>}
        {last !== undefined && correction !== undefined && (
          <span className="truncate" title={reasonOf(last)}>
            <b>{t('correction')}</b>{' '}
            {t('correctedBy', {
              before: shown(correction.before),
              after: shown(correction.after),
              date: words.moment(last.at),
              by: last.by,
              reason: reasonOf(last),
            })}
          </span>
        )}
        {last === undefined && lock === null && isClosed && <span>{t('closedCell')}</span>}
      </span>
      {unread === undefined && plan !== null && (
        <span className="ml-auto pr-3.5 whitespace-nowrap text-text-3">
          {t('planned', { value: words.value(row, plan) })}
        </span>
      )}
    </div>
  )
}
