'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { formatCount } from '#lib/format'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useToast } from '../ui/toast'
import type { ListedImport, UndoImport } from './listed-import'

type UndoImportDialogProps = {
  readonly asked: ListedImport
  readonly undo: UndoImport
  readonly onClose: () => void
}

/** Says what would happen, and asks once: another import brings the rows back, but not who changed them. */
export function UndoImportDialog({ asked, undo, onClose }: UndoImportDialogProps) {
  const t = useTranslations('data.list')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const toast = useToast()
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const { fileName: file, counts } = asked
  function send() {
    start(async () => {
      const result = await undo({ importId: asked.id })
      if (!result.ok) return setError(result.message)
      toast({ message: t('undone', { file }) })
      router.refresh()
      onClose()
    })
  }
  const rows = formatCount(counts.created + counts.updated, { locale })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('undoTitle')}
      description={t('undoText', { file, rows })}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="destructive" pending={pending} onClick={send}>
            {t('undo')}
          </Button>
        </>
      }
    >
      {error !== null && <Banner tone="bad">{error}</Banner>}
    </Dialog>
  )
}
