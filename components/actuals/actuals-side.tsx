'use client'

import { useTranslations } from 'next-intl'
import { unsaved } from '#lib/actuals/save-queue'
import type { ActualsProps } from './actuals-props'
import { CloseCard } from './close-card'
import { ConflictCard } from './conflict-card'
import { LegendCard } from './legend-card'
import { MissingCard } from './missing-card'
import { PasteCard } from './paste-card'
import type { ActualsWork } from './use-actuals'

/** Beside the grid: what is disputed or missing, the close, the last paste, and what the looks and keys mean. */
export function ActualsSide({ work, ...props }: ActualsProps & { readonly work: ActualsWork }) {
  const { standing, year, editable } = props
  const t = useTranslations('actuals')
  const { disputes, words, missing, checks, sheet, autosave } = work
  return (
    <aside aria-label={t('sideLabel')} className="grid items-start gap-3 tablet:max-desktop:grid-cols-3">
      {disputes.length > 0 && <ConflictCard disputes={disputes} words={words} onGo={work.goToDispute} />}
      {standing.awaits && standing.finishedThrough >= 0 && (
        <MissingCard
          missing={missing}
          awaited={work.awaited}
          checks={checks}
          rows={work.rows}
          words={words}
          onGo={work.go}
        />
      )}
      {standing.finishedThrough >= 0 && (
        <CloseCard
          {...props}
          words={words}
          missingThrough={(month) => missing.filter((cell) => (year.months[cell.month] ?? '') <= month).length}
          doubts={checks.moreWon.length + checks.oneSided.length}
          unsaved={unsaved(autosave.queue).size + sheet.unread.size}
          entered={work.entered}
        />
      )}
      {sheet.paste !== null && <PasteCard paste={sheet.paste} onUndo={work.actions.undo} />}
      <LegendCard editable={editable} />
    </aside>
  )
}
