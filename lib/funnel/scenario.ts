import type { StageKey } from './stages'

/** A decimal as typed: '0.012', '-0.05', '2.5'. Enters the arithmetic exactly. */
export type Decimal = string

/** Months from one stage to the next: a number of months, or a measured curve (shares for 0, 1, 2 … months, Σ = 1 exactly). */
export type Lag = Decimal | readonly Decimal[]

/** 'stage': each integer is carried upstream as rounded; 'exact': the unrounded chain is carried, rounded up for display. */
export type Rounding = 'stage' | 'exact'

/** How the year is spread over its months: twelve weights, or twelve amounts in yen that add up to the goal. */
export type Spread =
  | { readonly kind: 'weights'; readonly weights: readonly Decimal[] }
  | { readonly kind: 'amounts'; readonly amounts: readonly number[] }

/** One channel of a plan. Fractions, not percent: share '0.5', rate '0.012'. Money in the currency's minor unit. */
export type ChannelPlan = {
  readonly id: string
  readonly share: Decimal
  readonly entry: StageKey
  /** One per transition from the entry stage on. */
  readonly rates: readonly Decimal[]
  readonly lags: readonly Lag[]
  readonly dealSize: number
  readonly unitCost: { readonly stage: StageKey; readonly yen: number } | null
  readonly fixedCostPerMonth: number | null
  /** Marketing revenue of this channel by month in next year's active plan, where there is one; months after it grow from it. */
  readonly revenueNextYear?: readonly number[]
  /** Scheduled channel (DOMAIN §2 step 9): planned entry counts of the campaigns that start in each of the twelve months. */
  readonly schedule?: readonly number[]
  /** Budgets of those campaigns by the month they start in; where given, they are the channel's planned cost. */
  readonly budgetByMonth?: readonly number[] | null
  /** Fraction by which the entry stage does more than the goal asks: '0.032'. Not read where there is a schedule. */
  readonly entryUplift?: Decimal
}

/** Everything the reverse calculation needs. Money in the currency's minor unit. */
export type Scenario = {
  readonly revenueGoal: number
  readonly existing: number
  readonly salesSourced: number
  readonly spread: Spread
  readonly nextYearGrowth: Decimal
  readonly rounding: Rounding
  /** All stages of the organisation, upstream first. */
  readonly stages: readonly StageKey[]
  readonly channels: readonly ChannelPlan[]
}
