'use client'

import dynamic from 'next/dynamic'
import { inBrowser } from '../ui/in-browser'
import type { ActualsScreenProps } from './actuals-props'
import { ActualsSkeleton } from './actuals-skeleton'

// Some hundred cells that only the browser can use: they are not sent with the server's HTML.
const Actuals = inBrowser(
  dynamic(() => import('./actuals'), { ssr: false, loading: ActualsSkeleton }),
  ActualsSkeleton,
)

/** 実績: the month grid of a team's year, saved as one types. */
export function ActualsScreen(props: ActualsScreenProps) {
  return <Actuals {...props} />
}
