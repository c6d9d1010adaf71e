'use client'

import { Undo2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { gridRows } from '#lib/actuals/grid'
import { isRowAwaited, missingCells } from '#lib/actuals/missing-cells'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { TextLink } from '../ui/text-link'
import type { ActualsProps } from './actuals-props'
import { ConflictCard } from './conflict-card'
import { FormulaLine } from './formula-line'
import { GridSkeleton } from './grid-skeleton'
import { LegendCard } from './legend-card'
import { MissingCard } from './missing-card'
import { PasteCard } from './paste-card'
import { SaveStatus } from './save-status'
import { useCursor } from './use-cursor'
import { useSheet } from './use-sheet'
import { useWords } from './use-words'

// Some hundred cells that only the browser can use: they are not sent with the server's HTML.
const ActualsGrid = dynamic(() => import('./actuals-grid'), { ssr: false, loading: () => <GridSkeleton /> })

/** 実績: the month grid of a team's year, saved as one types. */
export function Actuals(props: ActualsProps) {
  const { sections, standing, editable, organisation, year, wholeHref } = props
  const t = useTranslations('actuals')
  const words = useWords(props)
  const rows = useMemo(() => gridRows(sections), [sections])
  const { sheet, actions, autosave } = useSheet(props)
  const missing = useMemo(() => missingCells(rows, sheet.values, standing), [rows, sheet.values, standing])
  const awaited = useMemo(
    () => rows.some((row) => isRowAwaited(row, sheet.values, standing)),
    [rows, sheet.values, standing],
  )
  const { cursor, grabs, activate, move } = useCursor(rows.length, standing, missing)
  const undo = useCallback(() => actions.undo(), [actions])
  const row = rows[cursor.row]
  return (
    <>
      <TopBar
        title={t('title')}
        state={
          <>
            <Chip>{t('basis')}</Chip>
            {!editable && <Chip>{t('readOnly')}</Chip>}
          </>
        }
        actions={
          editable && (
            <>
              <SaveStatus autosave={autosave} unread={sheet.unread.size} timeZone={organisation.timeZone} />
              <Button
                variant="text"
                disabled={sheet.history.length === 0}
                icon={<Undo2 aria-hidden="true" size={15} />}
                onClick={undo}
              >
                {t('undo')}
              </Button>
            </>
          )
        }
      />
      <PageBody wide className="desktop:grid-cols-[minmax(0,1fr)_236px] desktop:items-start desktop:pr-4">
        <div className="flex min-w-0 flex-col gap-3 tablet:max-h-[calc(100dvh-var(--top-h)-36px)]">
          {wholeHref !== null && (
            <Banner className="shrink-0">
              {t('ownRowsOnly')} <TextLink href={wholeHref}>{t('toWhole')}</TextLink>
            </Banner>
          )}
          <section
            aria-label={t('gridLabel')}
            className="flex min-h-0 flex-col overflow-hidden rounded-3 border bg-surface shadow-1 print:block"
          >
            {row !== undefined && <FormulaLine row={row} at={cursor} sheet={sheet} words={words} />}
            <ActualsGrid
              {...props}
              sheet={sheet}
              conflicts={autosave.queue.conflicts}
              cursor={cursor}
              grabs={grabs}
              words={words}
              onActivate={activate}
              onMove={move}
              onType={actions.type}
              onPaste={actions.paste}
              onUndo={undo}
            />
            <p className="shrink-0 border-t px-4 py-2.25 text-small text-text-3">
              {t('note', { unit: words.currency })}
            </p>
          </section>
        </div>
        <aside aria-label={t('sideLabel')} className="grid items-start gap-3 tablet:max-desktop:grid-cols-3">
          {autosave.queue.conflicts.size > 0 && (
            <ConflictCard
              conflicts={autosave.queue.conflicts}
              rows={rows}
              months={year.months}
              words={words}
              onSettle={actions.settle}
            />
          )}
          {standing.awaits && standing.finishedThrough >= 0 && (
            <MissingCard missing={missing} awaited={awaited} rows={rows} words={words} onGo={activate} />
          )}
          {sheet.paste !== null && <PasteCard paste={sheet.paste} rows={rows} words={words} onUndo={undo} />}
          <LegendCard editable={editable} />
        </aside>
      </PageBody>
    </>
  )
}
