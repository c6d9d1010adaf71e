import { DealsCard } from '#components/attribution/deals-card'
import { JourneyCard } from '#components/attribution/journey-card'
import { creditedDeals, dealJourney, dealNeighbours } from '#db/queries/attribution-deals'
import type { TeamPage } from '#server/session'
import type { AttributionFrame } from '../../../../../components/attribution/attribution-props'
import { touchModelOf } from './frame'

type DrilldownProps = { readonly page: TeamPage; readonly frame: AttributionFrame }

/** The deals behind a figure, and the journey of one of them: the chosen one, else the one with most touches. */
export async function Drilldown({ page: { session, team }, frame }: DrilldownProps) {
  const { view, inView } = frame
  const of = { teamId: team.id }
  const model = touchModelOf(frame)
  const filter = {
    ...{ from: inView.from, to: inView.to, customers: view.customers, model, rules: frame.rules },
    ...{ channel: view.channel, campaignId: view.campaign },
  }
  const found = await creditedDeals(session, of, { ...filter, after: view.after })
  const richest = found.rows.toSorted((a, b) => b.touches - a.touches)[0]
  const opened = view.deal ?? richest?.id ?? null
  const [deal, neighbours] =
    opened === null
      ? [null, null]
      : await Promise.all([dealJourney(session, of, opened), dealNeighbours(session, of, filter, opened)])
  return (
    <>
      {deal && neighbours && (
        <div id="journey" className="scroll-mt-18">
          <JourneyCard frame={frame} deal={deal} model={model} neighbours={neighbours} />
        </div>
      )}
      <div id="deals" className="scroll-mt-18">
        <DealsCard frame={frame} page={found} opened={deal?.id ?? null} isCredited={model === frame.model} />
      </div>
    </>
  )
}
