import type { MoneyUnit, NegativeStyle } from './format'
import type { StageKey } from './funnel/stages'
import type { Currency } from './input/account'

export const NEGATIVE_STYLES = ['minus', 'triangle'] as const satisfies readonly NegativeStyle[]

/** Days within which sales work on a lead, and in which a touch influences, until an organisation says otherwise (DOMAIN §8). */
export const USUAL_AGREED_DAYS = 5
export const MOST_AGREED_DAYS = 60
export const USUAL_INFLUENCE_DAYS = 180
export const MOST_INFLUENCE_DAYS = 730

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
  /** Days within which sales agreed to work on a lead that was passed to them. */
  readonly agreedDays: number
  /** Days before creation and close in which a touch influences an opportunity. */
  readonly influenceDays: number
}

/** What the pipeline goes by where an address says nothing. */
export const usualDaysOf = ({ influenceDays, agreedDays }: Pick<Organisation, 'influenceDays' | 'agreedDays'>) => ({
  ...{ window: influenceDays, agreed: agreedDays },
})

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
  /** People who came by themselves: last non-direct passes over it. */
  readonly isDirect: boolean
  /** Gross margin of its revenue in hundredths of a percent; null: the organisation's. */
  readonly grossMargin: number | null
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
