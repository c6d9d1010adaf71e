import type { Model } from '#lib/attribution/models'
import type { YearSummary } from '#lib/forecast/year-summary'
import type { Packed, Written } from '#lib/packed'
import type { YearInFull } from '#lib/plan-vs-actual/year-remarks'
import type { FigureStyle } from '../plan-vs-actual/figure-text'

/** Whose page it is: what leads, and what is shown below the goal. */
export type OverviewRole = 'executive' | 'sales' | 'marketing'

/** A draft newer than its team's active plan. */
export type DraftToDecide = {
  readonly planId: string
  readonly teamId: string
  readonly version: number
  readonly reason: string | null
  readonly createdBy: string
  /** KGI, existing or sales-sourced differ from the active version's. */
  readonly needsApproval: boolean
}

/** What the person may do about what is open. */
export type OverviewRights = {
  readonly approve: boolean
  readonly activate: boolean
  readonly enter: boolean
  readonly close: boolean
}

/** What the page's head and every card get: the summary as the server has computed it. */
export type LeadProps = {
  readonly summary: YearSummary
  readonly drafts: readonly DraftToDecide[]
  readonly style: FigureStyle
  readonly links: OverviewLinks
  readonly teamId: string
  readonly role: OverviewRole
  readonly rights: OverviewRights
  /** Revenue and ROI by channel as attribution says; null: no records, or not this role's. */
  readonly attribution: OverviewAttribution | null
}

/** Figures that the attribution screen opens with. */
export type OverviewAttribution = {
  readonly model: Model
  readonly href: string
  readonly channels: readonly CreditedChannel[]
  readonly total: CreditedChannel
}

export type CreditedChannel = {
  readonly channelId: string
  readonly amount: number
  readonly roi: number | null
  readonly isPartial: boolean
}

/** What a card of the overview gets too: the same ledger as plan vs actual, so that the two never disagree. */
export type CardProps = LeadProps & YearInFull

/** What cards get that are made in the browser alone. */
export type DeferredProps = LeadProps & { readonly packed: Packed<YearInFull> }

/** As the page sends them. */
export type OverviewProps = Omit<DeferredProps, 'summary'> & { readonly summary: Written<YearSummary> }

/** A team's screens. */
export type TeamLinks = {
  readonly name: string
  readonly plan: string
  readonly actuals: string
  readonly campaigns: string
}

export type OverviewLinks = {
  readonly plan: string
  readonly planVsActual: string
  /** Where the page's own team enters its actuals. */
  readonly ownActuals: string
  /** By id, the teams that the person may open, the page's own included. */
  readonly teams: Readonly<Record<string, TeamLinks>>
}
