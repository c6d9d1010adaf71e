import { CampaignsCard } from '#components/attribution/campaigns-card'
import { ComparisonCard } from '#components/attribution/comparison-card'
import { EffectCard } from '#components/attribution/effect-card'
import { EvidenceRegion } from '#components/attribution/evidence-region'
import { HeroCard } from '#components/attribution/hero-card'
import { Notices } from '#components/attribution/notices'
import { PipelineCard } from '#components/attribution/pipeline-card'
import { RangeChart } from '#components/attribution/range-chart'
import { RestatementsCard } from '#components/attribution/restatements-card'
import { TrendCard } from '#components/attribution/trend-card'
import { creditsByChannel, frozenCredits } from '#db/queries/attribution'
import { hasMargins } from '#lib/attribution/effect'
import type { AttributionStanding } from '#lib/attribution/standing'
import { trendOf } from '#lib/attribution/trend'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { TeamPage } from '#server/session'
import type { AttributionFrame } from '../../../../../components/attribution/attribution-props'
import { Drilldown } from './drilldown'
import { attributionFigures, markovCredits } from './figures'
import { touchModelOf } from './frame'

type ViewProps = {
  readonly page: TeamPage
  readonly frame: AttributionFrame
  readonly ledger: Ledger
  readonly standing: AttributionStanding
}

const COLUMNS = 'grid grid-cols-[minmax(0,1fr)] gap-3'

/** All cards of the screen: how much, from what, at what cost; by every model; by month and campaign; deal by deal. */
export async function View({ page, frame: asked, ledger, standing }: ViewProps) {
  const { session, team, year } = page
  const of = { teamId: team.id }
  const { markov, isSolving } = await markovCredits(page, asked)
  const isWithout = asked.model === 'markov' && markov === null
  const frame = isWithout ? { ...asked, model: touchModelOf(asked) } : asked
  const { inView, model, view } = frame
  const [{ summary, context, booked, isTooMany }, ofYear, frozen] = await Promise.all([
    attributionFigures(page, frame, ledger, { margin: standing.grossMargin, markov }),
    creditsByChannel(session, of, { from: year.first, to: year.last, bases: ['won'] }),
    frozenCredits(session, of, { from: inView.from, to: inView.to }),
  ])
  const order = summary.comparison.channels.map(({ channelId }) => channelId)
  const trend = trendOf(ofYear.shown, { basis: 'won', model, customers: view.customers }, year.months, order)
  return (
    <EvidenceRegion frame={frame} summary={summary}>
      <Notices {...{ frame, standing, isTooMany, isWithout }} frozen={frozen.months} timeZone={session.org.timeZone} />
      <HeroCard frame={frame} summary={summary} booked={booked} />
      <div className={`${COLUMNS} laptop:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]`}>
        <RangeChart frame={frame} summary={summary} />
        <EffectCard
          frame={frame}
          summary={summary}
          hasMargins={hasMargins(context.margins, order)}
          toActuals={frame.path.replace(/attribution$/, 'actuals')}
        />
      </div>
      <ComparisonCard frame={frame} summary={summary} isSolving={isSolving} />
      {frozen.restatements.length > 0 && (
        <div id="restatements" className="scroll-mt-18">
          <RestatementsCard
            {...{ frame, summary }}
            restatements={frozen.restatements}
            timeZone={session.org.timeZone}
          />
        </div>
      )}
      <PipelineCard frame={frame} summary={summary} />
      <div className={`${COLUMNS} laptop:grid-cols-2`}>
        <TrendCard frame={frame} lines={trend} months={year.months} />
        <CampaignsCard frame={frame} summary={summary} />
      </div>
      <Drilldown page={page} frame={frame} />
    </EvidenceRegion>
  )
}
