'use client'

import dynamic from 'next/dynamic'
import { inBrowser } from '../ui/in-browser'
import type { PlanYearProps } from './plan-props'
import { PlanSkeleton } from './plan-skeleton'

// A hundred fields and some hundred cells that only the browser can use: they are not sent with the server's HTML.
const PlanYear = inBrowser(
  dynamic(() => import('./plan-year'), { ssr: false, loading: PlanSkeleton }),
  PlanSkeleton,
)

/** 計画: the plan of a team's year, worked back from its KGI while one types. */
export function PlanScreen(props: PlanYearProps) {
  return <PlanYear {...props} />
}
