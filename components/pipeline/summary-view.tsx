import { useTranslations } from 'next-intl'
import type { Month } from '#lib/month'
import type { Packed } from '#lib/packed'
import type { StageAge } from '#lib/pipeline/ageing'
import type { Calibration } from '#lib/pipeline/calibration'
import type { Contribution, ContributionRow } from '#lib/pipeline/contribution'
import type { Pace, PeriodCoverage, Undated } from '#lib/pipeline/summary'
import type { CohortWinRate, WinRate } from '#lib/pipeline/win-rate'
import { Card } from '../ui/card'
import { withLaterWords } from '../ui/later-words'
import { TextLink } from '../ui/text-link'
import { useUnpacked } from '../ui/unpacked'
import { BreakdownCard } from './breakdown-card'
import { ContributionCard, type ContributionSet } from './contribution-card'
import { CoverageCard } from './coverage-card'
import { PaceCard, WinRateCard } from './pace-card'
import { usePipelineFrame } from './pipeline-frame'
import { type PipelineFrame, viewHref } from './pipeline-props'
import { AgeingCard, ForecastCard } from './sales-cards'

/** All figures of the summary, as lib/pipeline computes them. */
export type SummaryFigures = {
  readonly coverage: readonly PeriodCoverage[]
  readonly undated: Undated
  readonly pace: Pace
  readonly history: { readonly from: Month; readonly to: Month }
  readonly closed: WinRate
  readonly cohort: CohortWinRate
  readonly contribution: Readonly<Record<ContributionSet, Contribution>>
  readonly breakdown: readonly ContributionRow[]
  readonly calibration: readonly Calibration[]
  readonly expectedTotal: number | null
  readonly ages: readonly StageAge[]
}

type SummaryViewProps = {
  readonly packedFigures: Packed<SummaryFigures>
  readonly planHref: string
}

/** One person's opportunities against everybody's goal would be no coverage. */
function NoOwnCoverage(frame: PipelineFrame) {
  const t = useTranslations('pipeline')
  const { by, set } = frame.view
  return (
    <Card
      title={t('coverage.title')}
      actions={<TextLink href={viewHref(frame, { by, set, owner: null })}>{t('coverage.everybody')}</TextLink>}
    >
      <p className="leading-text text-text-2">{t('coverage.noOwnGoal')}</p>
    </Card>
  )
}

/** 概況: is the quarter covered, how fast does the pipeline bring revenue, what came of marketing, what stands still. */
export default withLaterWords(function SummaryView({ packedFigures, planHref }: SummaryViewProps) {
  const frame = usePipelineFrame()
  const figures = useUnpacked(packedFigures)
  const { pace, history } = figures
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 laptop:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        {frame.view.owner === null ? (
          <CoverageCard {...frame} rows={figures.coverage} undated={figures.undated} planHref={planHref} />
        ) : (
          <NoOwnCoverage {...frame} />
        )}
        <PaceCard {...frame} pace={pace} history={history} />
      </div>
      <ContributionCard {...frame} sets={figures.contribution} />
      <BreakdownCard {...frame} rows={figures.breakdown} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 laptop:grid-cols-2">
        <WinRateCard
          {...frame}
          closed={figures.closed}
          cohort={figures.cohort}
          past={pace.winRates}
          history={history}
        />
        <ForecastCard {...frame} rows={figures.calibration} expectedTotal={figures.expectedTotal} />
      </div>
      <AgeingCard {...frame} rows={figures.ages} />
    </>
  )
})
