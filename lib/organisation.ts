import type { MoneyUnit, NegativeStyle } from './format'
import type { StageKey } from './funnel/stages'
import type { Currency } from './input/account'

export const NEGATIVE_STYLES = ['minus', 'triangle'] as const satisfies readonly NegativeStyle[]

/** How an organisation counts: its currency, year and the way that its figures are shown. */
export type Organisation = {
  readonly id: string
  readonly name: string
  readonly currency: Currency
  /** Month in which the fiscal year starts, 1 … 12. */
  readonly fiscalStart: number
  /** IANA name: decides which month is running. */
  readonly timeZone: string
  readonly unit: MoneyUnit
  readonly negativeStyle: NegativeStyle
  /** Attainment from which a verdict is ○. */
  readonly goodFrom: number
  /** Attainment from which a verdict is △. */
  readonly watchFrom: number
}

/** Owns plans and actuals. The root team's page is the whole company. */
export type Team = {
  readonly id: string
  readonly name: string
  readonly isRoot: boolean
  readonly archivedAt: string | null
}

export type Channel = {
  readonly id: string
  readonly name: string
  /** 1 … 6 of the palette, 0 = none. */
  readonly colour: number
  readonly isMarketing: boolean
  readonly defaultEntry: StageKey
  readonly archivedAt: string | null
}

/** A stage of the organisation's funnel. Lists are upstream first. */
export type Stage = {
  readonly key: StageKey
  /** Null: the name that the interface gives this key. */
  readonly name: string | null
  readonly position: number
}
