'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { YearSummary } from '#lib/forecast/year-summary'
import type { Packed, Written } from '#lib/packed'
import type { YearInFull } from '#lib/plan-vs-actual/year-remarks'
import { PageBody } from '../shell/page-body'
import { inBrowser } from '../ui/in-browser'
import { readWritten } from '../ui/written'
import { Controls } from './controls'
import type { FigureStyle } from './figure-text'
import type { LandingEditing, Links } from './screen-props'
import { FiguresSkeleton } from './skeletons'
import { Summary } from './summary'
import { useView } from './view'

// Its code comes only to a year without plan or entries.
const Unfilled = dynamic(() => import('./unfilled'))
// A thousand cells and two charts are cheaper to make in the browser than to send: the page carries the ledger.
const Figures = inBrowser(
  dynamic(() => import('./figures'), { ssr: false, loading: FiguresSkeleton }),
  FiguresSkeleton,
)

export type PlanVsActualProps = {
  readonly packed: Packed<YearInFull>
  /** Of this ledger, as the server has computed it. */
  readonly summary: Written<YearSummary>
  /** As the months were closed; null while none is. */
  readonly closedSummary: Written<YearSummary> | null
  readonly style: FigureStyle
  readonly links: Links
  /** Null: this person only reads. */
  readonly landing: LandingEditing | null
}

/** 予実: where the year stands and lands, why, and the whole table. */
export function PlanVsActual({ packed, summary: latest, closedSummary, ...rest }: PlanVsActualProps) {
  const { style: usual, links, landing } = rest
  const t = useTranslations('plan-vs-actual')
  const view = useView(usual.unit)
  const style = useMemo(() => ({ ...usual, unit: view.unit }), [usual, view.unit])
  const closed = view.asOf === 'closed' ? closedSummary : null
  const summary = readWritten(closed ?? latest)
  const { hasFigures } = summary
  const isUnfilled = !hasFigures || !summary.isPlanned || summary.actualsThrough < 0
  return (
    <>
      <Controls summary={summary} style={style} view={hasFigures ? view : null} />
      <PageBody wide={hasFigures}>
        {isUnfilled && <Unfilled summary={summary} style={style} links={links} />}
        {hasFigures && (
          <>
            <Summary {...{ summary, packed, style, links, t }} />
            <Figures {...{ packed, style, view, links, landing }} isFrozen={closed !== null} />
          </>
        )}
      </PageBody>
    </>
  )
}
