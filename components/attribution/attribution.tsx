'use client'

import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { readRepeats } from '#lib/repeats'
import type { AttributionFigures, AttributionFrame } from './attribution-props'
import { EvidenceRegion } from './evidence-region'
import { HeroCard } from './hero-card'
import { type NoticeProps, Notices } from './notices'
import { FiguresSkeleton, type SkeletonRows, SkeletonRowsContext } from './skeletons'

// Six tables and two charts are cheaper to make in the browser than to send: the page carries the figures' text.
const Figures = dynamic(() => import('./figures'), { ssr: false, loading: () => <FiguresSkeleton /> })

type AttributionProps = {
  readonly frame: AttributionFrame
  /** AttributionFigures as text. */
  readonly figuresText: string
  /** OpenedDeals as text: read while the rest is already on its way. */
  readonly dealsText: Promise<string>
  readonly notices: Omit<NoticeProps, 'frame'>
  /** Markov is being computed. */
  readonly isSolving: boolean
  /** What the cards that come later will hold. */
  readonly rows: SkeletonRows
}

/** How much revenue marketing brought and that it adds up, with the page; from what and at what cost, right after it. */
export function Attribution({ frame: asked, figuresText, notices, rows, ...rest }: AttributionProps) {
  const figures = useMemo(() => readRepeats(figuresText) as AttributionFigures, [figuresText])
  const frame = useMemo(
    () => ({ ...asked, campaigns: [...asked.campaigns, ...figures.campaigns] }),
    [asked, figures.campaigns],
  )
  const { summary, beside } = figures
  return (
    <EvidenceRegion frame={frame} summary={summary}>
      <Notices frame={frame} {...notices} />
      <HeroCard frame={frame} summary={summary} beside={beside} />
      <SkeletonRowsContext value={rows}>
        <Figures frame={frame} figures={figures} {...rest} />
      </SkeletonRowsContext>
    </EvidenceRegion>
  )
}
