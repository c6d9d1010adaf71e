'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import type { SaveStatus } from './use-plan-saving'

type PlanNoticesProps = {
  readonly status: SaveStatus
  /** Texts that could not be read, and so were not saved. */
  readonly unreadable: number
  readonly canEdit: boolean
  readonly needsApproval: boolean
  readonly onSaveAsNew: () => void
  readonly onRetry: () => void
  /** Null until the other person's version has arrived. */
  readonly onLoadLatest: (() => void) | null
  readonly onRefresh: () => void
}

/** What the person must know about this version: why it was not saved, what was left out, who approves it. */
export function PlanNotices(props: PlanNoticesProps) {
  const { status, unreadable, canEdit, needsApproval, onRetry } = props
  const t = useTranslations('plan')
  return (
    <>
      {!canEdit && <Banner>{t('readOnly')}</Banner>}
      {status.kind === 'offline' && (
        <Banner tone="bad" title={t('offlineTitle')} actions={<Button onClick={onRetry}>{t('retry')}</Button>}>
          {t('offlineBody')}
        </Banner>
      )}
      {status.kind === 'refused' && <Refused {...props} rejection={status.rejection} />}
      {status.kind === 'saved' && unreadable > 0 && (
        <Banner tone="watch">{t('savedWithoutUnreadable', { count: unreadable })}</Banner>
      )}
      {needsApproval && <Banner>{t('needsApproval')}</Banner>}
    </>
  )
}

type RefusedProps = PlanNoticesProps & { readonly rejection: Extract<SaveStatus, { kind: 'refused' }>['rejection'] }

/** A conflict gives the choice between both inputs; nothing is chosen by itself. */
function Refused({ rejection, onSaveAsNew, onRetry, onLoadLatest, onRefresh }: RefusedProps) {
  const t = useTranslations('plan')
  const isConflict = rejection.code === 'conflict'
  // Fetches the other person's version, so that it can be chosen.
  useEffect(() => {
    if (isConflict) onRefresh()
  }, [isConflict, onRefresh])
  return (
    <Banner
      tone="bad"
      title={t('notSavedTitle')}
      reference={rejection.reference === null ? undefined : t('reference', { reference: rejection.reference })}
      actions={
        isConflict ? (
          <>
            <Button onClick={onSaveAsNew}>{t('saveAsNew')}</Button>
            <Button pending={onLoadLatest === null} onClick={onLoadLatest ?? undefined}>
              {t('loadLatest')}
            </Button>
          </>
        ) : (
          <Button onClick={onRetry}>{t('retry')}</Button>
        )
      }
    >
      {rejection.message}
    </Banner>
  )
}
