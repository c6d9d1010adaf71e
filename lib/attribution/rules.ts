import type { MilestoneWeights } from './models'

/** The longest lookback that can be chosen, and how far back journeys are kept. */
export const LONGEST_LOOKBACK = 730
export const DEFAULT_LOOKBACK = 365
/** Half-life of an organisation without any lead that was won (DOMAIN §7). */
export const DEFAULT_HALF_LIFE = 30

/** How an organisation credits its deals. They are printed beside the figures. */
export type AttributionRules = {
  /** Days before the close (or the creation, see Basis) in which a touch counts. */
  readonly lookbackDays: number
  /** Touches of all the account's people, or of the person whom the opportunity came from. */
  readonly level: 'account' | 'person'
  /** Days after which a touch counts half as much (time decay); above 0. */
  readonly halfLifeDays: number
  /** Own shares of the milestones. */
  readonly custom: MilestoneWeights
  /** Ids of the channels that stand for people who came by themselves (last non-direct). */
  readonly direct: readonly string[]
}
