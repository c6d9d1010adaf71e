'use client'

import { useTranslations } from 'next-intl'
import { Card } from '../ui/card'
import type { Dispute } from './disputes'
import type { Words } from './use-words'

type ConflictCardProps = {
  readonly disputes: readonly Dispute[]
  readonly words: Words
  /** Leads to the two values beside the cell. */
  readonly onGo: (dispute: Dispute) => void
}

/** Cells that somebody else saved first: both values stay until the person chooses. */
export function ConflictCard({ disputes, words, onGo }: ConflictCardProps) {
  const t = useTranslations('actuals')
  return (
    <Card title={t('conflictTitle')} actions={t('items', { count: disputes.length })}>
      <p className="text-small text-text-2">{t('conflictBody')}</p>
      <ul role="alert" className="mt-1.5">
        {disputes.map((dispute) => {
          const { key, row, month, yours, theirs } = dispute
          const shown = (value: number | null) => (value === null ? t('blank') : words.value(row, value))
          return (
            <li key={key} className="flex items-start gap-2 border-t py-1.75">
              <span className="min-w-0 flex-1">
                <b className="block text-small">{words.cell(row, month)}</b>
                <small className="block text-text-3">
                  {t('bothValues', { yours: shown(yours), theirs: shown(theirs) })}
                </small>
              </span>
              <button
                type="button"
                aria-label={t('chooseOf', { cell: words.cell(row, month) })}
                onClick={() => onGo(dispute)}
                className="text-small font-strong text-accent hover:underline pointer-coarse:min-h-11"
              >
                {t('choose')}
              </button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
