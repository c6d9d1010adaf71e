import { useMemo } from 'react'
import type { Packed } from '#lib/packed'
import { useUnpacked } from '../ui/unpacked'
import type { AttributionFigures, AttributionFrame, ViewFrame } from './attribution-props'

/** The figures of a view, and its frame with the names of what they show. Only where the browser draws. */
export function useFigures(
  asked: ViewFrame,
  packed: Packed<AttributionFigures>,
): { readonly frame: AttributionFrame; readonly figures: AttributionFigures } {
  const figures = useUnpacked(packed)
  const frame = useMemo(() => ({ ...asked, ...figures.names }), [asked, figures.names])
  return { frame, figures }
}
