'use client'

import { useTranslations } from 'next-intl'
import { formatDateTime } from '#lib/format'
import type { PlanState, PlanVersion } from '#lib/plan-version'
import { TopBar } from '../shell/top-bar'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { SaveState } from '../ui/save-state'
import { usePlanView } from './plan-view'
import type { SaveStatus } from './use-plan-saving'
import { VersionMenu } from './version-menu'

type PlanTopBarProps = {
  readonly versions: readonly PlanVersion[]
  readonly shown: { readonly version: number; readonly state: PlanState } | null
  /** Saving changes this version; otherwise it makes a new draft. */
  readonly isDraft: boolean
  readonly unsaved: boolean
  readonly status: SaveStatus
  readonly canEdit: boolean
  readonly canActivate: boolean
  readonly onOpen: (version: PlanVersion) => void
  readonly onSave: () => void
  readonly onActivate: () => void
  /** Opens and closes the comparison; null while there is nothing to compare. */
  readonly onCompare: (() => void) | null
  readonly comparing: boolean
  /** Null without a plan of last year. */
  readonly onCopyLastYear: (() => void) | null
}

export function PlanTopBar(props: PlanTopBarProps) {
  const { versions, shown, isDraft, unsaved, status, canEdit, canActivate, onOpen, onSave, onActivate } = props
  const { onCompare, comparing, onCopyLastYear } = props
  const t = useTranslations('plan')
  const saving = status.kind === 'saving'
  const saveFirst = unsaved || shown === null
  return (
    <TopBar
      title={t('title')}
      limits={<VersionMenu versions={versions} shown={shown} onOpen={onOpen} />}
      state={
        <>
          <Chip>{t('basis')}</Chip>
          {canEdit && <Standing unsaved={unsaved} isDraft={isDraft} status={status} />}
        </>
      }
      actions={
        <>
          {onCompare && (
            <Button variant="text" aria-pressed={comparing} onClick={onCompare}>
              {t('compare')}
            </Button>
          )}
          {canEdit && onCopyLastYear && (
            <Button className="max-tablet:hidden" onClick={onCopyLastYear}>
              {t('copyLastYear')}
            </Button>
          )}
          {canEdit && (
            <Button variant={canActivate && !saveFirst ? 'secondary' : 'primary'} pending={saving} onClick={onSave}>
              {isDraft || unsaved ? t('saveDraft') : t('newDraft')}
            </Button>
          )}
          {canEdit && canActivate && (
            <Button variant={saveFirst ? 'secondary' : 'primary'} onClick={onActivate}>
              {t('activate')}
            </Button>
          )}
        </>
      }
    />
  )
}

/** Where the last input stands. */
function Standing({ unsaved, isDraft, status }: Pick<PlanTopBarProps, 'unsaved' | 'isDraft' | 'status'>) {
  const t = useTranslations('plan')
  const { locale, timeZone } = usePlanView()
  if (status.kind === 'saving') return <SaveState kind="saving">{t('saving')}</SaveState>
  if (status.kind === 'offline') return <SaveState kind="offline">{t('offline')}</SaveState>
  if (status.kind === 'refused') return <SaveState kind="failed">{t('notSaved')}</SaveState>
  if (unsaved) return <SaveState kind="idle">{isDraft ? t('unsaved') : t('unsavedOnActive')}</SaveState>
  if (status.kind === 'saved') {
    const time = formatDateTime(status.at, { locale, timeZone }).split(' ').at(-1)
    return (
      <SaveState kind="saved" detail={time}>
        {t('saved')}
      </SaveState>
    )
  }
  return null
}
