'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { formatCount } from '#lib/format'
import type { FoundAccount } from '#lib/records/account-merge'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useToast } from '../ui/toast'
import type { AccountVerbs } from './account-verbs'

type MergeDialogProps = {
  readonly from: FoundAccount
  readonly into: FoundAccount
  readonly verbs: AccountVerbs
  readonly onClose: () => void
}

/** Says what goes where, and asks once. Afterwards one click takes it back. */
export function MergeDialog({ from, into, verbs, onClose }: MergeDialogProps) {
  const t = useTranslations('data.accounts')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const toast = useToast()
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const count = (records: number) => formatCount(records, { locale })
  const moved = { leads: count(from.leads), opportunities: count(from.opportunities), touches: count(from.touches) }
  const names = { from: from.name, into: into.name }

  async function takeBack(mergeId: string) {
    const result = await verbs.undo({ mergeId })
    toast(result.ok ? { message: t('undone', names) } : { message: result.message, tone: 'warning' })
    router.refresh()
  }

  function send() {
    start(async () => {
      const result = await verbs.merge({ fromId: from.id, intoId: into.id })
      if (!result.ok) return setError(result.message)
      const { mergeId } = result.value
      toast({ message: t('merged', names), action: { label: t('undo'), onClick: () => void takeBack(mergeId) } })
      router.refresh()
      onClose()
    })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('askTitle')}
      description={t('askText', { ...names, ...moved })}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" pending={pending} onClick={send}>
            {t('merge')}
          </Button>
        </>
      }
    >
      <p className="leading-text text-text-2">
        {from.externalId === null ? t('laterByName', names) : t('laterById', { ...names, id: from.externalId })}
      </p>
      {error !== null && (
        <Banner tone="bad" className="mt-3">
          {error}
        </Banner>
      )}
    </Dialog>
  )
}
