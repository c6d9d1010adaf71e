'use client'

import dynamic from 'next/dynamic'
import { inBrowser } from '../ui/in-browser'
import type { CampaignsYearProps } from './campaigns-props'
import { CampaignsSkeleton } from './campaigns-skeleton'

// A calendar and a list of all campaigns are cheaper to make in the browser than to send.
const CampaignsYear = inBrowser(
  dynamic(() => import('./campaigns-year'), { ssr: false, loading: CampaignsSkeleton }),
  CampaignsSkeleton,
)

/** 施策: the year's campaigns as a calendar and a list, with what came of them. */
export function CampaignsScreen(props: CampaignsYearProps) {
  return <CampaignsYear {...props} />
}
