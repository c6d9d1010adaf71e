'use client'

import { useTranslations } from 'next-intl'
import type { GridRow } from '#lib/actuals/grid'
import type { Conflicts } from '#lib/actuals/save-queue'
import { cellKey } from '#lib/actuals/save-request'
import type { Month } from '#lib/month'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import type { Words } from './use-words'

type ConflictCardProps = {
  readonly conflicts: Conflicts
  readonly rows: readonly GridRow[]
  readonly months: readonly Month[]
  readonly words: Words
  readonly onSettle: (cell: string, keep: 'yours' | 'theirs') => void
}

/** Cells that somebody else saved first: both values stay until the person chooses. */
export function ConflictCard({ conflicts, rows, months, words, onSettle }: ConflictCardProps) {
  const t = useTranslations('actuals')
  const disputed = rows.flatMap((row) =>
    months.flatMap((name, month) => {
      const conflict = conflicts.get(cellKey(row.key, name))
      return conflict ? [{ key: cellKey(row.key, name), row, month, ...conflict }] : []
    }),
  )
  return (
    <Card title={t('conflictTitle')}>
      <p className="text-small text-text-2">{t('conflictBody')}</p>
      <ul role="alert">
        {disputed.map(({ key, row, month, yours, theirs }) => {
          const shown = (value: number | null) => (value === null ? t('blank') : words.value(row, value))
          return (
            <li key={key} className="border-t py-2 first:border-t-0">
              <b className="block text-small">{words.cell(row, month)}</b>
              <span className="mt-1.5 flex flex-wrap gap-1.5">
                <Button size="small" onClick={() => onSettle(key, 'theirs')}>
                  {t('keepTheirs', { value: shown(theirs) })}
                </Button>
                <Button size="small" onClick={() => onSettle(key, 'yours')}>
                  {t('keepYours', { value: shown(yours) })}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
