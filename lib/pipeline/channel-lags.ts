import { type StageKey, stagesFrom } from '#lib/funnel/stages'
import type { Month } from '#lib/month'
import type { JourneyCell } from './journey'
import { type LagCurve, lagCurveOf } from './lag-curve'

export type ChannelLag = { readonly channelId: string; readonly curve: LagCurve }

/** The stages of which there are records: from lead on. Nobody records a visit. */
export function cohortStages(stages: readonly StageKey[]): readonly StageKey[] {
  return stagesFrom(stages, 'lead')
}

/** The measured lag of each channel from stage to stage, channels and stages in their order; those that saw none are left out. */
export function measuredLags(
  journeys: readonly JourneyCell[],
  channelIds: readonly string[],
  stages: readonly StageKey[],
  through: Month,
): ChannelLag[] {
  return channelIds.flatMap((channelId) => {
    const own = journeys.filter((journey) => journey.channelId === channelId)
    return stages.slice(1).flatMap((to, i) => {
      const curve = lagCurveOf(own, stages[i] ?? to, to, through)
      return curve.shares === null ? [] : [{ channelId, curve }]
    })
  })
}
