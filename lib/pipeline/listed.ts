import type { ForecastCategory, OpportunityState } from '#lib/records/opportunity'
import type { HandoverState } from './handover'

/** A page of a list, with all that its filter finds; the next one begins after `next`, null: this is the last. */
export type ListPage<Row> = {
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly total: number
  /** In the minor unit; 0 where rows have no amount. */
  readonly amount: number
}

/** An opportunity as the list shows it and the form changes it. Amounts in the minor unit, days 'YYYY-MM-DD'. */
export type ListedDeal = {
  readonly id: string
  readonly name: string
  readonly account: string | null
  readonly state: OpportunityState
  readonly amount: number | null
  readonly stage: string | null
  readonly daysInStage: number
  readonly createdOn: string
  readonly expectedCloseOn: string | null
  readonly closedOn: string | null
  readonly owner: string | null
  readonly forecastCategory: ForecastCategory | null
  /** As said; null: derived. */
  readonly isNew: boolean | null
  readonly countsAsNew: boolean
  readonly lossReason: string | null
  /** Lead source as said, and as it counts. */
  readonly channelId: string | null
  readonly sourceChannelId: string | null
  readonly isSourced: boolean
  readonly isInfluenced: boolean
}

/** A lead as the list shows it. Days are of the organisation's calendar. */
export type ListedLead = {
  readonly id: string
  readonly account: string | null
  readonly channelId: string
  readonly campaignId: string | null
  readonly cameOn: string | null
  readonly passedOn: string | null
  readonly workedOn: string | null
  readonly returnedOn: string | null
  readonly returnReason: string | null
  readonly responseDays: number | null
  readonly age: number | null
  readonly state: HandoverState | null
}
