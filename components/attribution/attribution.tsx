'use client'

import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import type { Packed, Written } from '#lib/packed'
import { inBrowser } from '../ui/in-browser'
import { readWritten } from '../ui/written'
import { useHeadFrame } from './attribution-frame'
import type { AttributionFigures, Headline, OpenedDeals, OwnFrame } from './attribution-props'
import { EvidenceRegion } from './evidence-region'
import { HeroCard } from './hero-card'
import { type NoticeProps, Notices } from './notices'
import { FiguresSkeleton, type SkeletonRows, SkeletonRowsContext } from './skeletons'

// Six tables and two charts are cheaper to make in the browser than to send: the page carries the figures.
const Figures = inBrowser(
  dynamic(() => import('./figures'), { ssr: false, loading: FiguresSkeleton }),
  FiguresSkeleton,
)

/** A view without its figures: what its head, notices and headline say, and what room the cards take. */
export type ViewWritten = {
  readonly frame: OwnFrame
  readonly headline: Headline
  readonly notices: Omit<NoticeProps, 'frame'>
  /** Markov is being computed. */
  readonly isSolving: boolean
  /** What the cards that come later will hold. */
  readonly rows: SkeletonRows
}

type AttributionProps = {
  readonly view: Written<ViewWritten>
  readonly packedFigures: Packed<AttributionFigures>
  /** Where they are not there at once, read while the rest is already on its way. */
  readonly packedDeals: Packed<OpenedDeals> | Promise<Packed<OpenedDeals>>
}

/** How much revenue marketing brought and that it adds up, with the page; from what and at what cost, right after it. */
export function Attribution({ view, packedFigures, packedDeals }: AttributionProps) {
  const head = useHeadFrame()
  const { frame: own, headline, notices, isSolving, rows } = readWritten(view)
  const frame = useMemo(() => ({ ...head, ...own }), [head, own])
  return (
    <EvidenceRegion frame={frame} packedFigures={packedFigures}>
      <Notices frame={frame} {...notices} />
      <HeroCard frame={frame} headline={headline} />
      <SkeletonRowsContext value={rows}>
        <Figures {...{ frame, packedFigures, packedDeals, isSolving }} />
      </SkeletonRowsContext>
    </EvidenceRegion>
  )
}
