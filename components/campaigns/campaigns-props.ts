import type { Model } from '#lib/attribution/models'
import type { Campaign } from '#lib/campaign'
import type { Locale, MoneyUnit, NegativeStyle } from '#lib/format'
import type { AddCampaignInput, ChangeCampaignInput } from '#lib/input/campaign'
import type { FiscalYear } from '#lib/month'
import type { Packed } from '#lib/packed'
import type { Result } from '#lib/result'

export type ChannelOfCampaigns = {
  readonly id: string
  readonly name: string
  readonly colour: number
  readonly isArchived: boolean
  /** Name of the stage where its people enter. */
  readonly entry: string
}

/** A rate between two stages, by their names. */
export type RateColumn = { readonly key: string; readonly from: string; readonly to: string }

/** What came of a campaign's people in one transition (lib/forecast/ripeness); n of them so far. */
export type CampaignRate = {
  readonly rate: number | null
  readonly expected: number | null
  readonly ripeness: number | null
  readonly isUnripe: boolean
  readonly y: number | null
  readonly n: number | null
}

/** A campaign and what came of it up to the boundary month. Null: not entered by campaign. */
export type CampaignItem = {
  readonly campaign: Campaign
  /** Null where there is only one team to speak of. */
  readonly teamName: string | null
  /** Whether its first month lies within the months with actuals. */
  readonly isDue: boolean
  readonly entries: number | null
  readonly cost: number | null
  readonly won: number | null
  readonly revenue: number | null
  readonly roi: number | null
  /** Revenue by attribution in the year's finished months; null where nothing is attributed. */
  readonly credited: number | null
  /** By key of a RateColumn; absent where its channel has no such transition. */
  readonly rates: Readonly<Record<string, CampaignRate>>
}

/** A scheduled channel of an active plan: what its campaigns bring, and what the goal still asks for. */
export type ScheduledChannel = {
  readonly key: string
  readonly channelId: string
  readonly teamName: string | null
  readonly planned: number
  readonly uncovered: { readonly count: number; readonly yen: number }
  /** The plan of its team. */
  readonly href: string
}

export type CampaignStyle = {
  readonly locale: Locale
  readonly unit: MoneyUnit
  readonly currency: string
  readonly negativeStyle: NegativeStyle
}

/** The writes of this screen, as server actions. */
export type CampaignVerbs = {
  readonly add: (input: AddCampaignInput) => Promise<Result<unknown>>
  readonly change: (input: ChangeCampaignInput) => Promise<Result<unknown>>
  readonly archive: (input: { campaignId: string }) => Promise<Result<unknown>>
  readonly restore: (input: { campaignId: string }) => Promise<Result<unknown>>
}

/** The campaigns of a team's year and what came of them. */
export type CampaignsSource = {
  /** 'YYYY-MM-DD' in the organisation's time zone. */
  readonly today: string
  /** Last month with actuals as an index of the year; −1 without. */
  readonly actualsThrough: number
  readonly channels: readonly ChannelOfCampaigns[]
  readonly rateColumns: readonly RateColumn[]
  /** In the order of their start; archived ones too. */
  readonly items: readonly CampaignItem[]
  readonly scheduled: readonly ScheduledChannel[]
  /** By which model revenue is credited, and where that screen is; null: no records that could be. */
  readonly attribution: { readonly model: Model; readonly href: string } | null
}

export type CampaignsProps = CampaignsSource & {
  readonly teamId: string
  readonly year: FiscalYear
  readonly style: CampaignStyle
  /** Null for people who may only read, and on the page of the whole. */
  readonly verbs: CampaignVerbs | null
  /** The teams' own pages, on the page of the whole. */
  readonly teams: readonly { readonly name: string; readonly href: string }[]
}

/** As the page sends them. */
export type CampaignsYearProps = Omit<CampaignsProps, keyof CampaignsSource> & {
  readonly packedSource: Packed<CampaignsSource>
}
