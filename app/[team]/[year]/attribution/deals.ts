import { creditedDeals, dealNeighbours } from '#db/queries/attribution-deals'
import { dealJourney } from '#db/queries/deal-journey'
import type { TeamPage } from '#server/session'
import type { AttributionFrame, OpenedDeals } from '../../../../components/attribution/attribution-props'
import { touchModelOf } from './frame'

/** The deals behind a figure, and the journey of one of them: the chosen one, else the one with most touches. */
export async function openedDeals({ session, team }: TeamPage, frame: AttributionFrame): Promise<OpenedDeals> {
  const { view, inView } = frame
  const of = { teamId: team.id }
  const model = touchModelOf(frame)
  const filter = {
    ...{ from: inView.from, to: inView.to, customers: view.customers, model, rules: frame.rules },
    ...{ channel: view.channel, campaignId: view.campaign },
  }
  const page = await creditedDeals(session, of, { ...filter, after: view.after })
  const richest = page.rows.toSorted((a, b) => b.touches - a.touches)[0]
  const id = view.deal ?? richest?.id ?? null
  const [deal, neighbours] =
    id === null
      ? [null, null]
      : await Promise.all([dealJourney(session, of, id), dealNeighbours(session, of, filter, id)])
  return { model, page, opened: deal && neighbours && { deal, neighbours } }
}
