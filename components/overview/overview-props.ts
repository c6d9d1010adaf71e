import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { FigureStyle } from '../plan-vs-actual/figure-text'

/** What every card of the overview gets: the same ledger as plan vs actual, so that the two never disagree. */
export type CardProps = {
  readonly ledger: Ledger
  readonly style: FigureStyle
  readonly links: OverviewLinks
  readonly teamId: string
}

export type OverviewLinks = {
  readonly plan: string
  readonly planVsActual: string
  /** By id, the teams other than the page's own whose actuals the person may open. */
  readonly otherTeams: Readonly<Record<string, { readonly name: string; readonly actuals: string }>>
  /** Where the page's own team enters its actuals. */
  readonly ownActuals: string
}
