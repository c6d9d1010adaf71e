import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { FigureStyle } from './figure-text'
import type { View } from './view'

/** Ways to what a figure rests on. */
export type Links = { readonly plan: string; readonly actuals: string }

/** What every part of the screen gets: the figures, how to write them, what is shown, where they come from. */
export type ScreenProps = {
  readonly ledger: Ledger
  readonly style: FigureStyle
  readonly view: View
  readonly links: Links
}
