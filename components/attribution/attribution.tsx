'use client'

import dynamic from 'next/dynamic'
import type { Packed } from '#lib/packed'
import { inBrowser } from '../ui/in-browser'
import type { AttributionFigures, AttributionFrame, Headline, OpenedDeals } from './attribution-props'
import { EvidenceRegion } from './evidence-region'
import { HeroCard } from './hero-card'
import { type NoticeProps, Notices } from './notices'
import { FiguresSkeleton, type SkeletonRows, SkeletonRowsContext } from './skeletons'

// Six tables and two charts are cheaper to make in the browser than to send: the page carries the figures.
const Figures = inBrowser(
  dynamic(() => import('./figures'), { ssr: false, loading: FiguresSkeleton }),
  FiguresSkeleton,
)

type AttributionProps = {
  readonly frame: AttributionFrame
  readonly headline: Headline
  readonly packedFigures: Packed<AttributionFigures>
  /** Read while the rest is already on its way. */
  readonly packedDeals: Promise<Packed<OpenedDeals>>
  readonly notices: Omit<NoticeProps, 'frame'>
  /** Markov is being computed. */
  readonly isSolving: boolean
  /** What the cards that come later will hold. */
  readonly rows: SkeletonRows
}

/** How much revenue marketing brought and that it adds up, with the page; from what and at what cost, right after it. */
export function Attribution({ headline, notices, rows, ...rest }: AttributionProps) {
  const { frame, packedFigures } = rest
  return (
    <EvidenceRegion frame={frame} packedFigures={packedFigures}>
      <Notices frame={frame} {...notices} />
      <HeroCard frame={frame} headline={headline} />
      <SkeletonRowsContext value={rows}>
        <Figures {...rest} />
      </SkeletonRowsContext>
    </EvidenceRegion>
  )
}
