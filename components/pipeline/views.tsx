'use client'

import dynamic from 'next/dynamic'
import { inBrowser } from '../ui/in-browser'
import { Skeleton } from '../ui/skeleton'

// Tables in which every figure is a link are cheaper to make in the browser than to send: a page carries their text.
export const SummaryView = inBrowser(
  dynamic(() => import('./summary-view'), { ssr: false, loading: SummarySkeleton }),
  SummarySkeleton,
)
export const HandoverView = inBrowser(
  dynamic(() => import('./handover-cards'), { ssr: false, loading: HandoverSkeleton }),
  HandoverSkeleton,
)
export const CohortsView = inBrowser(
  dynamic(() => import('./cohorts-view'), { ssr: false, loading: CohortsSkeleton }),
  CohortsSkeleton,
)

function SummarySkeleton() {
  return skeletons('h-[260px]', 'h-[340px]', 'h-[320px]')
}

function HandoverSkeleton() {
  return skeletons('h-[240px]', 'h-[280px]')
}

function CohortsSkeleton() {
  return skeletons('h-[480px]', 'h-[420px]')
}

/** Cards in their place while their code is on the way. */
function skeletons(...heights: readonly string[]) {
  return heights.map((height) => <Skeleton key={height} className={`rounded-3 ${height}`} />)
}
