'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { LastPaste } from '#lib/actuals/sheet'
import { Button } from '../ui/button'
import { Card } from '../ui/card'

type PasteCardProps = {
  readonly paste: LastPaste
  readonly onUndo: () => void
}

/** What came of the last paste: how many cells, what was read how, and how many were left out. */
export function PasteCard({ paste, onUndo }: PasteCardProps) {
  const t = useTranslations('actuals')
  return (
    <Card title={t('pasteTitle')}>
      <div role="status" className="text-small leading-text text-text-2">
        <p className="font-strong text-text">{t('pasted', { count: paste.taken })}</p>
        {paste.fullWidth > 0 && <p>{t('fullWidth', { count: paste.fullWidth })}</p>}
        {paste.unfit.length > 0 && <p className="text-watch">{t('leftOut', { count: paste.unfit.length })}</p>}
        {paste.changed > 0 && (
          <Button size="small" className="mt-2" icon={<Undo2 aria-hidden="true" size={13} />} onClick={onUndo}>
            {t('undoPaste')}
          </Button>
        )}
      </div>
    </Card>
  )
}
