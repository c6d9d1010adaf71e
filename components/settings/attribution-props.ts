import type { MilestoneWeights, Model } from '#lib/attribution/models'
import type { Result } from '#lib/result'

/** Rules as they are saved. Shares are hundredths of a percent. */
export type RulesInput = {
  readonly lookbackDays: number
  readonly level: 'account' | 'person'
  /** Null: measured. */
  readonly halfLifeDays: number | null
  readonly custom: Required<MilestoneWeights>
  readonly defaultModel: Model
  /** Null: not entered. */
  readonly grossMargin: number | null
}

export type SaveRules = ((input: RulesInput) => Promise<Result<unknown>>) | null

export type ChannelRow = {
  readonly id: string
  readonly name: string
  readonly colour: number
  readonly isDirect: boolean
  readonly grossMargin: number | null
}

export type SaveChannel =
  | ((input: { channelId: string; isDirect: boolean; grossMargin: number | null }) => Promise<Result<unknown>>)
  | null
