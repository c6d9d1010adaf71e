'use client'

import { useTranslations } from 'next-intl'
import type { GridRow } from '#lib/actuals/grid'
import type { CellChange } from '#lib/actuals/values'
import { ReasonDialog } from './reason-dialog'
import type { Words } from './use-words'

type CorrectionDialogProps = {
  readonly corrections: readonly CellChange[]
  readonly rows: readonly GridRow[]
  readonly words: Words
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

const LISTED = 8

/** Closed months are about to change: which cells, from what to what, and why. */
export function CorrectionDialog({ corrections, rows, words, onReason, onCancel }: CorrectionDialogProps) {
  const t = useTranslations('actuals')
  const named = new Map(rows.map((row) => [row.key, row]))
  const rest = corrections.length - LISTED
  return (
    <ReasonDialog
      title={t('correctionTitle')}
      description={t('correctionBody')}
      label={t('correctionReason')}
      hint={t('correctionHint')}
      submit={t('correct')}
      onReason={onReason}
      onCancel={onCancel}
    >
      <ul className="text-small text-text-2">
        {corrections.slice(0, LISTED).map(({ row: key, month, before, after }) => {
          const row = named.get(key)
          if (row === undefined) return null
          const shown = (value: number | null) => (value === null ? t('blank') : words.value(row, value))
          return (
            <li key={`${key} ${month}`} className="flex justify-between gap-3 border-t py-1">
              <span>{words.cell(row, month)}</span>
              <span className="whitespace-nowrap">
                {t('beforeAfter', { before: shown(before), after: shown(after) })}
              </span>
            </li>
          )
        })}
        {rest > 0 && <li className="border-t py-1">{t('andMore', { count: rest })}</li>}
      </ul>
    </ReasonDialog>
  )
}
