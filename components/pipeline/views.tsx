'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '../ui/skeleton'

// Tables in which every figure is a link are cheaper to make in the browser than to send: a page carries their text.
export const SummaryView = dynamic(() => import('./summary-view'), {
  ssr: false,
  loading: () => skeletons('h-[260px]', 'h-[340px]', 'h-[320px]'),
})
export const HandoverView = dynamic(() => import('./handover-cards'), {
  ssr: false,
  loading: () => skeletons('h-[240px]', 'h-[280px]'),
})
export const CohortsView = dynamic(() => import('./cohorts-view'), {
  ssr: false,
  loading: () => skeletons('h-[480px]', 'h-[420px]'),
})

/** Cards in their place while their code is on the way. */
const skeletons = (...heights: readonly string[]) =>
  heights.map((height) => <Skeleton key={height} className={`rounded-3 ${height}`} />)
