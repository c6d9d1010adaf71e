import type { HandoverState } from '#lib/pipeline/handover'
import type { ForecastCategory, OpportunityState } from '#lib/records/opportunity'

/** A page of a list, with all that its filter finds. */
export type ListPage<Row> = {
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly total: number
  readonly amount: number
}

/** An opportunity as the list shows it. Days are 'YYYY-MM-DD', amounts in the minor unit. */
export type DealLine = {
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
  readonly isNew: boolean | null
  readonly countsAsNew: boolean
  readonly lossReason: string | null
  readonly channelId: string | null
  readonly sourceChannelId: string | null
  readonly isSourced: boolean
  readonly isInfluenced: boolean
}

/** A lead as the list shows it: days are of the organisation's calendar. */
export type LeadLine = {
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
