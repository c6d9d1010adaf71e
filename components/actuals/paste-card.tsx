'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { GridRow } from '#lib/actuals/grid'
import type { LastPaste } from '#lib/actuals/sheet'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import type { Words } from './use-words'

type PasteCardProps = {
  readonly paste: LastPaste
  readonly rows: readonly GridRow[]
  readonly words: Words
  readonly onUndo: () => void
}

/** What came of the last paste: how many cells, what was read how, and each cell that could not be read. */
export function PasteCard({ paste, rows, words, onUndo }: PasteCardProps) {
  const t = useTranslations('actuals')
  const faults = useTranslations('errors')
  return (
    <Card title={t('pasteTitle')}>
      <div role="status" className="text-small leading-text text-text-2">
        <p className="font-strong text-text">{t('pasted', { count: paste.taken })}</p>
        {paste.fullWidth > 0 && <p>{t('fullWidth', { count: paste.fullWidth })}</p>}
        {paste.outside > 0 && <p className="text-watch">{t('outside', { count: paste.outside })}</p>}
        {paste.unread.length > 0 && (
          <>
            <p className="mt-1 text-bad">{t('unread', { count: paste.unread.length })}</p>
            <ul className="max-h-44 overflow-y-auto">
              {paste.unread.map((cell) => {
                const row = rows[cell.row]
                return (
                  <li key={`${cell.row} ${cell.month}`} className="border-t py-1">
                    <b className="block text-text">{row && words.cell(row, cell.month)}</b>
                    <span className="break-all">{t('quoted', { text: cell.text.slice(0, 40) })}</span>{' '}
                    {faults(cell.fault)}
                  </li>
                )
              })}
            </ul>
          </>
        )}
        {paste.changed > 0 && (
          <Button size="small" className="mt-2" icon={<Undo2 aria-hidden="true" size={13} />} onClick={onUndo}>
            {t('undoPaste')}
          </Button>
        )}
      </div>
    </Card>
  )
}
