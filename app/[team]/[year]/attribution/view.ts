import type { ComponentProps } from 'react'
import type { Attribution } from '#components/attribution/attribution'
import { frozenCredits } from '#db/queries/attribution'
import type { KeptRules } from '#lib/attribution/kept-rules'
import type { AttributionStanding, FrozenMonth } from '#lib/attribution/standing'
import type { TeamPage } from '#server/session'
import type { AttributionFrame } from '../../../../components/attribution/attribution-props'
import { yearFigures } from '../plan-vs-actual/ledger'
import { openedDeals } from './deals'
import { markovCredits } from './figures'
import { closedThrough, touchModelOf } from './frame'
import { viewFigures } from './view-figures'

/** All figures of a view: how much, from what, at what cost; by every model; by month and campaign; deal by deal. */
export async function attributionView(
  page: TeamPage,
  asked: Omit<AttributionFrame, 'closedThrough'>,
  standing: AttributionStanding,
): Promise<ComponentProps<typeof Attribution>> {
  const { from, to } = asked.inView
  const [{ ledger }, { markov, isSolving }] = await Promise.all([yearFigures(page), markovCredits(page, asked)])
  const isWithout = asked.model === 'markov' && markov === null
  const model = isWithout ? touchModelOf(asked) : asked.model
  const frame = { ...asked, model, closedThrough: closedThrough(ledger) }
  const [figures, frozen] = await Promise.all([
    viewFigures(page, frame, ledger, { margin: standing.grossMargin, markov }),
    frozenCredits(page.session, { teamId: page.team.id }, { from, to }),
  ])
  const packedDeals = openedDeals(page, frame)
  // Who draws it hears of a failure; until then nobody listens, and the process would call it unhandled.
  packedDeals.catch(() => undefined)
  const { run, waiting, asOf, rules } = standing
  return {
    frame: { ...frame, campaigns: frame.campaigns.filter(({ id }) => id === frame.view.campaign) },
    ...{ headline: figures.headline, packedFigures: figures.packed, packedDeals },
    notices: {
      ...{ standing: { run, waiting, asOf }, isTooMany: figures.isTooMany, isWithout },
      otherLookbacks: otherLookbacks(frozen.months, rules),
    },
    isSolving,
    rows: figures.rows,
  }
}

/** Lookbacks of months that were frozen by other rules than the present ones. */
function otherLookbacks(months: readonly FrozenMonth[], present: KeptRules): number[] {
  const others = months.filter(({ rules }) => JSON.stringify(rules) !== JSON.stringify(present))
  return [...new Set(others.map(({ rules }) => rules.lookbackDays))]
}
