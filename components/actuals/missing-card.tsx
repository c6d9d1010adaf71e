'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { GridRow } from '#lib/actuals/grid'
import type { MissingCell } from '#lib/actuals/missing-cells'
import type { Position } from '#lib/actuals/move'
import { Card } from '../ui/card'
import type { Words } from './use-words'

type MissingCardProps = {
  readonly missing: readonly MissingCell[]
  /** Whether anything is expected yet: a plan, or a first figure. */
  readonly awaited: boolean
  readonly rows: readonly GridRow[]
  readonly words: Words
  readonly onGo: (at: Position) => void
}

/** What is still to be entered, by month, with the way there. */
export function MissingCard({ missing, awaited, rows, words, onGo }: MissingCardProps) {
  const t = useTranslations('actuals')
  const months = [...new Set(missing.map((cell) => cell.month))]
  return (
    <Card title={t('missingTitle')} actions={missing.length > 0 && t('left', { count: missing.length })}>
      {!awaited ? (
        <p className="text-small text-text-2">{t('nothingAwaited')}</p>
      ) : missing.length === 0 ? (
        <p className="flex items-start gap-2 text-small text-text-2">
          <Check aria-hidden="true" size={14} className="mt-0.75 shrink-0 text-good" />
          {t('nothingMissing')}
        </p>
      ) : (
        <ul className="-my-1.5">
          {months.map((month) => (
            <MissingMonth
              key={month}
              month={month}
              cells={missing.filter((cell) => cell.month === month)}
              rows={rows}
              words={words}
              onGo={onGo}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

type MissingMonthProps = Omit<MissingCardProps, 'missing' | 'awaited'> & {
  readonly month: number
  readonly cells: readonly MissingCell[]
}

function MissingMonth({ month, cells, rows, words, onGo }: MissingMonthProps) {
  const t = useTranslations('actuals')
  const [first] = cells
  const row = first && rows[first.row]
  if (first === undefined || row === undefined) return null
  return (
    <li className="flex items-start gap-2 border-t py-1.75 first:border-t-0">
      <TriangleAlert aria-hidden="true" size={14} className="mt-0.5 shrink-0 text-watch" />
      <span className="min-w-0 flex-1">
        <b className="block text-small">{t('missingIn', { month: words.month(month), count: cells.length })}</b>
        <small className="block truncate text-text-3">
          {cells.length === 1 ? words.row(row) : t('fromOn', { first: words.row(row) })}
        </small>
      </span>
      <button
        type="button"
        aria-label={t('goTo', { cell: words.cell(row, month) })}
        onClick={() => onGo(first)}
        className="text-small font-strong text-accent hover:underline pointer-coarse:min-h-11"
      >
        {t('open')}
      </button>
    </li>
  )
}
