'use client'

import { createContext, use } from 'react'
import { Skeleton } from '../ui/skeleton'

/** How many rows the cards that come later will hold. */
export type SkeletonRows = { readonly channels: number; readonly campaigns: number; readonly restatements: number }

/** Around what is deferred: a place that waits for a card is as high as the card will be. */
export const SkeletonRowsContext = createContext<SkeletonRows>({ channels: 5, campaigns: 8, restatements: 0 })

/** px of a card without its rows, and of a row. */
const CARD = 110
const ROW = 30
/** Below the effects by channel so much is said of them; of restatements' channels there are few. */
const NOTES = 3
const RESTATED = 4

/** The place of all figures, the headline's with them. */
export function ScreenSkeleton() {
  return (
    <>
      <Place rows={2} />
      <FiguresSkeleton />
    </>
  )
}

/** The place of everything below the headline. */
export function FiguresSkeleton() {
  const { channels, campaigns, restatements } = use(SkeletonRowsContext)
  return (
    <>
      <div aria-hidden="true" className="grid gap-3 laptop:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <Place rows={channels + NOTES} />
        <Place rows={channels + NOTES} />
      </div>
      <Place rows={channels + 3} />
      {restatements > 0 && <Place id="restatements" rows={restatements + RESTATED} />}
      <Place rows={channels + 1} />
      <div aria-hidden="true" className="grid gap-3 laptop:grid-cols-2">
        <Place rows={campaigns} />
        <Place rows={campaigns} />
      </div>
      <DrilldownSkeleton />
    </>
  )
}

/** The place of a journey and of a page of deals. */
export function DrilldownSkeleton() {
  return (
    <>
      <Place id="journey" rows={10} />
      <Place id="deals" rows={20} />
    </>
  )
}

/** Where links lead is there before its card is: the browser goes to it at once. */
function Place({ id, rows }: { readonly id?: string; readonly rows: number }) {
  return <Skeleton id={id} className="scroll-mt-18 rounded-3" style={{ height: CARD + rows * ROW }} />
}
