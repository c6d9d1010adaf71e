import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { ChannelOpportunityLanding, LandingParts, OpportunityLanding } from './opportunity-landing'
import type { TeamCalibration } from './recorded'

/** What a landing by opportunities rests on. Amounts unrounded, in the currency's minor unit. */
export type OpportunityEvidence = LandingParts & {
  /** Open opportunities expected in the year, and how many of them have no amount. */
  readonly count: number
  readonly amount: number
  readonly unpriced: number
  /** How many of them should have closed in a month that is over, and how many have no probability. */
  readonly overdue: number
  readonly leftOut: number
  /** 既存 and 営業独自, and channels of which nothing is recorded. */
  readonly otherLines: number
  readonly unrecorded: number
  /** Some ヨミ could not be calibrated: the planned rate is used. */
  readonly isInsufficient: boolean
  /** ヨミ as calibrated, where one team's is used; several teams have each their own. */
  readonly calibration: TeamCalibration['byCategory'] | null
  readonly isPerTeam: boolean
}

/** The parts of a landing by opportunities over all channels. */
export function opportunityEvidenceOf(landing: OpportunityLanding, ledger: Ledger): OpportunityEvidence {
  const recorded = landing.channels.filter(({ isRecorded }) => isRecorded)
  const sum = (of: (channel: ChannelOpportunityLanding) => number, all = recorded) =>
    all.reduce((total, channel) => total + of(channel), 0)
  const teams = new Set(recorded.filter(({ opportunities }) => opportunities.count > 0).map(({ teamId }) => teamId))
  const isInsufficient = recorded.some((channel) => channel.isInsufficient)
  const own = ledger.opportunities?.calibrations.find(({ teamId }) => teams.has(teamId))
  return {
    ...{ actual: sum(({ actual }) => actual), won: sum(({ won }) => won) },
    ...{ open: sum(({ open }) => open), flow: sum(({ flow }) => flow) },
    count: sum(({ opportunities }) => opportunities.count),
    amount: sum(({ opportunities }) => opportunities.amount),
    unpriced: sum(({ opportunities }) => opportunities.unpriced),
    ...{ overdue: sum(({ overdue }) => overdue), leftOut: sum(({ leftOut }) => leftOut) },
    otherLines: landing.existing + landing.salesSourced,
    unrecorded: sum(
      ({ revenue }) => revenue,
      landing.channels.filter(({ isRecorded }) => !isRecorded),
    ),
    isInsufficient,
    isPerTeam: teams.size > 1,
    calibration: teams.size === 1 && !isInsufficient ? (own?.byCategory ?? null) : null,
  }
}
