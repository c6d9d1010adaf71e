import { Suspense } from 'react'
import type { Packed } from '#lib/packed'
import { withLaterWords } from '../ui/later-words'
import type { AttributionFigures, AttributionFrame, OpenedDeals, ViewFrame } from './attribution-props'
import { CampaignsCard } from './campaigns-card'
import { ComparisonCard } from './comparison-card'
import { Drilldown } from './drilldown'
import { EffectCard } from './effect-card'
import { PipelineCard } from './pipeline-card'
import { RangeChart } from './range-chart'
import { RestatementsCard } from './restatements-card'
import { DrilldownSkeleton } from './skeletons'
import { TrendCard } from './trend-card'
import { useFigures } from './use-figures'

type FiguresProps = {
  readonly frame: ViewFrame
  readonly packedFigures: Packed<AttributionFigures>
  readonly packedDeals: Packed<OpenedDeals> | Promise<Packed<OpenedDeals>>
  readonly isSolving: boolean
}

export const COLUMNS = 'grid grid-cols-[minmax(0,1fr)] gap-3'

/** What stands below the headline: by channel and cost, by every model, by month and campaign, deal by deal. Only ever in the browser. */
export default withLaterWords(function Figures({ frame: asked, packedFigures, packedDeals, isSolving }: FiguresProps) {
  const { frame, figures } = useFigures(asked, packedFigures)
  const { summary, restatements } = figures
  return (
    <>
      <div
        className={`${COLUMNS} laptop:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] print:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]`}
      >
        <RangeChart frame={frame} summary={summary} />
        <EffectCard frame={frame} summary={summary} hasMargins={figures.hasMargins} />
      </div>
      <ComparisonCard frame={frame} summary={summary} isSolving={isSolving} />
      {restatements.length > 0 && (
        <div id="restatements" className="scroll-mt-18">
          <RestatementsCard frame={frame} summary={summary} restatements={restatements} />
        </div>
      )}
      <PipelineCard frame={frame} summary={summary} />
      <div className={`${COLUMNS} laptop:grid-cols-2 print:grid-cols-2`}>
        <TrendCard frame={frame} lines={figures.trend} months={frame.year.months} />
        <CampaignsCard frame={frame} summary={summary} />
      </div>
      <Suspense key={listOf(frame)} fallback={<DrilldownSkeleton />}>
        <Drilldown frame={frame} packedDeals={packedDeals} />
      </Suspense>
    </>
  )
})

/** What the list of deals is limited by. Another list has its place at once; of the same one the next page waits in its stead. */
function listOf({ view, inView, model, rules }: AttributionFrame): string {
  const { customers, channel, campaign } = view
  return [model, inView.from, inView.to, customers, rules.lookbackDays, channel, campaign].join(' ')
}
