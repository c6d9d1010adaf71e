import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { FigureStyle } from '../plan-vs-actual/figure-text'

/** What every card of the overview gets: the same ledger as plan vs actual, so that the two never disagree. */
export type CardProps = {
  readonly ledger: Ledger
  readonly style: FigureStyle
  readonly links: OverviewLinks
}

export type OverviewLinks = {
  readonly plan: string
  readonly planVsActual: string
  /** By team: where its actuals are entered. A team outside the membership is absent. */
  readonly actuals: Readonly<Record<string, string>>
  /** The page's own team's. */
  readonly ownActuals: string
}
