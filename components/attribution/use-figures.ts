import { useMemo } from 'react'
import type { Packed } from '#lib/packed'
import { useUnpacked } from '../ui/unpacked'
import type { AttributionFigures, AttributionFrame } from './attribution-props'

/** The figures of a view, and its frame with the campaigns that they name. Only where the browser draws. */
export function useFigures(
  asked: AttributionFrame,
  packed: Packed<AttributionFigures>,
): { readonly frame: AttributionFrame; readonly figures: AttributionFigures } {
  const figures = useUnpacked(packed)
  const frame = useMemo(
    () => ({ ...asked, campaigns: [...asked.campaigns, ...figures.campaigns] }),
    [asked, figures.campaigns],
  )
  return { frame, figures }
}
