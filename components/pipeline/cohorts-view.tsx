import type { Month } from '#lib/month'
import type { Packed } from '#lib/packed'
import type { ChannelLag } from '#lib/pipeline/channel-lags'
import type { Cohort } from '#lib/pipeline/cohort-funnel'
import { withLaterWords } from '../ui/later-words'
import { useUnpacked } from '../ui/unpacked'
import { CohortCard } from './cohort-card'
import { LagCard } from './lag-card'
import { usePipelineFrame } from './pipeline-frame'
import { UseCurve, type UseLag } from './use-curve'

export type CohortFigures = {
  /** From the first month with a lead on. */
  readonly cohorts: readonly Cohort[]
  /** Of these alone; null: of all channels. */
  readonly channelId: string | null
  /** The last finished month. */
  readonly through: Month
  readonly lags: readonly ChannelLag[]
}

type CohortsViewProps = {
  readonly packedFigures: Packed<CohortFigures>
  readonly planHref: string
  readonly teamId: string
  /** Takes a measured lag over into the plan; null for who may not. */
  readonly use: UseLag | null
}

/** コホート: what became of each month's leads, and how long each step took. */
export default withLaterWords(function CohortsView({ packedFigures, planHref, teamId, use }: CohortsViewProps) {
  const frame = usePipelineFrame()
  const { lags, ...cohorts } = useUnpacked(packedFigures)
  const button = (action: UseLag) =>
    function Use({ channelId, curve }: ChannelLag, name: string) {
      const input = { teamId, year: frame.year.year, channelId, to: curve.to, shares: [...(curve.shares ?? [])] }
      return <UseCurve input={input} use={action} planHref={planHref} name={name} />
    }
  return (
    <>
      <CohortCard {...frame} {...cohorts} />
      <LagCard {...frame} lags={lags} use={use && button(use)} />
    </>
  )
})
