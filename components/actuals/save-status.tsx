'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { unsaved } from '#lib/actuals/save-queue'
import { formatTime, type Locale } from '#lib/format'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover'
import { SaveState } from '../ui/save-state'
import type { Autosave } from './use-autosave'

type SaveStatusProps = {
  readonly autosave: Autosave
  /** Cells whose text could not be read: they are not sent. */
  readonly unread: number
  readonly timeZone: string
  /** Opens the question for the reason, where refused cells lie in a month that somebody has closed; else null. */
  readonly onReason: (() => void) | null
}

/** Where the typed cells stand: 保存中 → 12セルを保存しました → オフライン → 保存できません. */
export function SaveStatus({ autosave, unread, timeZone, onReason }: SaveStatusProps) {
  const t = useTranslations('actuals')
  const locale: Locale = useLocale() === 'en' ? 'en' : 'ja'
  const online = useSyncExternalStore(
    subscribeToNetwork,
    () => navigator.onLine,
    () => true,
  )
  const { queue, retry } = autosave
  const held = queue.refused.size + queue.conflicts.size + unread
  if (queue.misses > 0) {
    return (
      <SaveState kind="offline" detail={t('savesWhenBack')}>
        {t(online ? 'unreachable' : 'offline', { count: unsaved(queue).size })}
      </SaveState>
    )
  }
  if (held > 0) {
    return (
      <SaveState
        kind="failed"
        action={
          queue.refused.size > 0 && <Reason reason={queue.reason ?? ''} onRetry={() => retry()} onReason={onReason} />
        }
      >
        {t('notSaved', { count: held })}
      </SaveState>
    )
  }
  if (queue.sending.size > 0 || queue.waiting.size > 0) return <SaveState kind="saving">{t('saving')}</SaveState>
  if (queue.saved === null) return <SaveState kind="idle">{t('savesByItself')}</SaveState>
  return (
    <SaveState kind="saved" detail={formatTime(queue.saved.at, { locale, timeZone })}>
      {t('saved', { count: queue.saved.count })}
    </SaveState>
  )
}

type ReasonProps = Pick<SaveStatusProps, 'onReason'> & { readonly reason: string; readonly onRetry: () => void }

function Reason({ reason, onRetry, onReason }: ReasonProps) {
  const t = useTranslations('actuals')
  return (
    <Popover
      label={t('showReason')}
      align="end"
      trigger={
        <button type="button" className="font-strong text-accent hover:underline pointer-coarse:min-h-11">
          {t('showReason')}
        </button>
      }
    >
      <p className="mb-2">{reason}</p>
      {onReason === null ? (
        <Button size="small" onClick={onRetry}>
          {t('saveAgain')}
        </Button>
      ) : (
        <Button size="small" onClick={onReason}>
          {t('saveWithReason')}
        </Button>
      )}
    </Popover>
  )
}

function subscribeToNetwork(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
