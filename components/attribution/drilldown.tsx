import { use, useMemo } from 'react'
import { readRepeats } from '#lib/repeats'
import type { AttributionFrame, OpenedDeals } from './attribution-props'
import { DealsCard } from './deals-card'
import { JourneyCard } from './journey-card'

type DrilldownProps = { readonly frame: AttributionFrame; readonly dealsText: Promise<string> }

/** The journey of one deal, and the deals behind the figure that was opened; waits for them. */
export function Drilldown({ frame, dealsText }: DrilldownProps) {
  const text = use(dealsText)
  const { page, model, opened } = useMemo(() => readRepeats(text) as OpenedDeals, [text])
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
