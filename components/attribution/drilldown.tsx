import { use } from 'react'
import type { Packed } from '#lib/packed'
import { useUnpacked } from '../ui/unpacked'
import type { AttributionFrame, OpenedDeals } from './attribution-props'
import { DealsCard } from './deals-card'
import { JourneyCard } from './journey-card'

type DrilldownProps = {
  readonly frame: AttributionFrame
  readonly packedDeals: Packed<OpenedDeals> | Promise<Packed<OpenedDeals>>
}

/** The journey of one deal, and the deals behind the figure that was opened; waits for them. */
export function Drilldown({ frame, packedDeals }: DrilldownProps) {
  const { page, model, opened } = useUnpacked(typeof packedDeals === 'string' ? packedDeals : use(packedDeals))
  return (
    <>
      {opened && (
        <div id="journey" className="scroll-mt-18">
          <JourneyCard frame={frame} {...opened} model={model} />
        </div>
      )}
      <div id="deals" className="scroll-mt-18">
        <DealsCard frame={frame} page={page} opened={opened?.deal.id ?? null} isCredited={model === frame.model} />
      </div>
    </>
  )
}
