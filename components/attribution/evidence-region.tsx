'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Packed } from '#lib/packed'
import { useFigurePanel } from '../plan-vs-actual/use-figure-panel'
import type { AttributionFigures, ViewFrame } from './attribution-props'

const EvidencePanel = dynamic(() => import('./evidence-panel'), { ssr: false })

type EvidenceRegionProps = {
  readonly frame: ViewFrame
  readonly packedFigures: Packed<AttributionFigures>
  readonly children: ReactNode
}

/** Every figure below tells on hover, focus or tap its formula, period and source. */
export function EvidenceRegion({ frame, packedFigures, children }: EvidenceRegionProps) {
  const { figure, close, regionProps, panelProps } = useFigurePanel()
  const at = figure?.dataset.figure
  return (
    <div className="contents" {...regionProps}>
      {children}
      {figure && at && (
        <EvidencePanel key={at} figure={figure} at={at} {...{ frame, packedFigures, panelProps }} onClose={close} />
      )}
    </div>
  )
}
