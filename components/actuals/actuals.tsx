'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PageBody } from '../shell/page-body'
import { TopBar } from '../shell/top-bar'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { withLaterWords } from '../ui/later-words'
import { TextLink } from '../ui/text-link'
import { useUnpacked } from '../ui/unpacked'
import { ActualsDialogs } from './actuals-dialogs'
import { ActualsGrid } from './actuals-grid'
import { ACTUALS_COLUMNS, type ActualsProps, type ActualsScreenProps } from './actuals-props'
import { ActualsSide } from './actuals-side'
import { ConflictPopover } from './conflict-popover'
import { CorrectionBanner } from './correction-banner'
import { FormulaLine } from './formula-line'
import { GridContext } from './grid-context'
import { SaveStatus } from './save-status'
import { StatusLine } from './status-line'
import { useActuals } from './use-actuals'

/** The screen in the browser, of the figures that the page sent. */
export default withLaterWords(function Actuals({ packedFigures, ...rest }: ActualsScreenProps) {
  return <Screen {...useUnpacked(packedFigures)} {...rest} />
})

function Screen(props: ActualsProps) {
  const { editable, organisation, wholeHref } = props
  const t = useTranslations('actuals')
  const work = useActuals(props)
  const { control, words, sheet, autosave, actions, selection, scroller } = work
  return (
    <GridContext value={work.handlers}>
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
              <SaveStatus
                autosave={autosave}
                unread={sheet.unread.size}
                timeZone={organisation.timeZone}
                onReason={work.onRefusedReason}
              />
              <Button
                variant="text"
                className="max-tablet:hidden"
                disabled={sheet.history.length === 0}
                icon={<Undo2 aria-hidden="true" size={15} />}
                onClick={actions.undo}
              >
                {t('undo')}
              </Button>
              <Button
                variant="text"
                className="max-tablet:hidden"
                disabled={sheet.undone.length === 0}
                icon={<Redo2 aria-hidden="true" size={15} />}
                onClick={actions.redo}
              >
                {t('redo')}
              </Button>
            </>
          )
        }
      />
      <PageBody wide className={ACTUALS_COLUMNS}>
        <div className="flex min-w-0 flex-col gap-3 tablet:max-h-[calc(100dvh-var(--top-h)-36px)]">
          {wholeHref !== null && (
            <Banner className="shrink-0">
              {t('ownRowsOnly')} <TextLink href={wholeHref}>{t('toWhole')}</TextLink>
            </Banner>
          )}
          {control.reason !== null && <CorrectionBanner reason={control.reason} onEnd={control.endCorrection} />}
          <section
            aria-label={t('gridLabel')}
            className="flex min-h-0 flex-col overflow-hidden rounded-3 border bg-surface shadow-1 print:block"
          >
            {work.here !== null && <FormulaLine {...work.here} words={words} />}
            <ActualsGrid
              {...props}
              scroller={scroller}
              rows={work.rows}
              sheet={sheet}
              shown={work.shown}
              kinds={work.kinds}
              closed={work.closed}
              corrections={work.corrections}
              conflicts={autosave.queue.conflicts}
              unfolded={work.unfolded}
              control={selection}
              words={words}
              onFold={work.fold}
              onRepeat={work.onRepeat}
            />
            <StatusLine
              range={selection.range}
              rows={work.rows}
              shown={work.shown}
              words={words}
              onFill={editable ? (way) => actions.fill(selection.range, way) : null}
            />
          </section>
        </div>
        <ActualsSide {...props} work={work} />
      </PageBody>
      <p role="status" className="sr-only">
        {work.said}
      </p>
      {work.dispute !== null && (
        <ConflictPopover
          key={work.dispute.key}
          scroller={scroller}
          dispute={work.dispute}
          panel={work.conflictPanel}
          words={words}
          onSettle={work.settle}
          onLater={work.postpone}
        />
      )}
      <ActualsDialogs work={work} />
    </GridContext>
  )
}
