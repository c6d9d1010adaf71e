import type { SettableLine } from '#lib/forecast/line-landing'
import type { Month } from '#lib/month'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { Result } from '#lib/result'
import type { FigureStyle } from './figure-text'
import type { View } from './view'

/** Ways to what a figure rests on. */
export type Links = { readonly plan: string; readonly actuals: string; readonly opportunities: string }

/** One coming month of a line of revenue set by hand; amount null: its plan again. */
export type LandingChange = {
  readonly teamId: string
  readonly month: Month
  readonly line: SettableLine
  readonly amount: number | null
  readonly reason: string | null
}

/** How a person who may do so sets the landing of this page's team. */
export type LandingEditing = {
  readonly teamId: string
  readonly save: (change: LandingChange) => Promise<Result<unknown>>
}

/** What every part of the screen gets: the figures, how to write them, what is shown, where they come from. */
export type ScreenProps = {
  readonly ledger: Ledger
  readonly style: FigureStyle
  readonly view: View
  readonly links: Links
  /** Null: this person only reads. */
  readonly landing: LandingEditing | null
}
