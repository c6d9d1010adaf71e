'use client'

import dynamic from 'next/dynamic'

/** The panel beside a figure and what it says come when the first one is asked for: most visits open none. */
export const EvidenceLayer = dynamic(() => import('./evidence-panel'), { ssr: false })
