import { Handshake } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { CohortCard } from '#components/pipeline/cohort-card'
import { HandoverCards } from '#components/pipeline/handover-cards'
import { LagCard } from '#components/pipeline/lag-card'
import { Deals, Leads } from '#components/pipeline/lists'
import { SummaryView } from '#components/pipeline/summary-view'
import { UseCurve } from '#components/pipeline/use-curve'
import { Card } from '#components/ui/card'
import { EmptyState } from '#components/ui/empty-state'
import { handoverCells, journeys, type PipelineOf, pipelineSource } from '#db/queries/pipeline'
import { dealPage } from '#db/queries/pipeline-deal-list'
import { leadPage } from '#db/queries/pipeline-lead-list'
import { formatRange } from '#lib/format'
import { dealFilterOf, leadFilterOf } from '#lib/input/pipeline'
import { addMonths } from '#lib/month'
import { can } from '#lib/permissions'
import { cohortStages, measuredLags } from '#lib/pipeline/channel-lags'
import { cohortFunnel } from '#lib/pipeline/cohort-funnel'
import { handoverByChannel, handoverOf } from '#lib/pipeline/handover'
import { historyBefore, summaryOf } from '#lib/pipeline/summary'
import type { TeamPage } from '#server/session'
import type { PipelineFrame } from '../../../../../components/pipeline/pipeline-props'
import { yearFigures } from '../plan-vs-actual/ledger'
import { saveDealAction, saveHandoverAction, useLagAction } from './actions'

type ViewProps = {
  readonly page: TeamPage
  readonly frame: PipelineFrame
  readonly of: PipelineOf
  readonly query: Readonly<Record<string, string | undefined>>
}

const planHref = ({ path }: PipelineFrame) => path.replace(/pipeline$/, 'plan')

export async function Summary({ page, frame, of }: ViewProps) {
  const history = historyBefore(of.today)
  const { from, to, view } = frame
  const wanted = { from, to, by: view.by, set: view.set, historyFrom: history.from, historyTo: history.to }
  const [source, { ledger }] = await Promise.all([pipelineSource(page.session, of, wanted), yearFigures(page)])
  const figures = { ...summaryOf(source, ledger, { ...view, today: of.today }), history }
  return <SummaryView frame={frame} figures={figures} planHref={planHref(frame)} />
}

export async function HandoverView({ page, frame, of }: ViewProps) {
  const { from, to, view } = frame
  const cells = await handoverCells(page.session, of, { from, to })
  if (cells.length === 0) return <NoHandover frame={frame} />
  const whole = handoverOf(cells, view.agreed)
  return <HandoverCards {...frame} whole={whole} channelRows={handoverByChannel(cells, view.agreed)} />
}

async function NoHandover({ frame: { from, to, style } }: Pick<ViewProps, 'frame'>) {
  const t = await getTranslations('pipeline')
  return (
    <Card title={t('handover.title')}>
      <EmptyState
        icon={<Handshake size={20} />}
        title={t('handover.noneTitle', { period: formatRange(from, to, style.locale) })}
      >
        {t('handover.noneBody')}
      </EmptyState>
    </Card>
  )
}

export async function DealsView({ page, frame, of, query }: ViewProps) {
  const filter = dealFilterOf(frame.usual).parse(query)
  const found = await dealPage(page.session, { ...of, owner: null, window: filter.window }, filter)
  return (
    <Deals {...frame} filter={filter} page={found} save={can(page.session, 'pipeline.edit') ? saveDealAction : null} />
  )
}

export async function LeadsView({ page, frame, of, query }: ViewProps) {
  // Without an address of its own the list shows the year's: never all leads there are.
  const year = query.from === undefined ? { from: frame.year.first, to: frame.year.last } : {}
  const filter = leadFilterOf(frame.usual).parse({ ...query, ...year })
  const found = await leadPage(page.session, of, filter)
  const save = can(page.session, 'pipeline.edit') ? saveHandoverAction : null
  return <Leads {...frame} filter={filter} page={found} save={save} />
}

/** Cohorts of the twelve finished months, with lags measured over eighteen. */
const MEASURED = 18

export async function CohortsView({ page, frame, of, query }: ViewProps) {
  const { to: through } = historyBefore(of.today)
  const all = await journeys(page.session, of, { from: addMonths(through, 1 - MEASURED), to: through })
  const channelId = frame.channels.some(({ id }) => id === query.channel) ? (query.channel ?? null) : null
  const own = channelId === null ? all : all.filter((journey) => journey.channelId === channelId)
  const stages = cohortStages(frame.stages.map(({ key }) => key))
  const months = Array.from({ length: 12 }, (_, i) => addMonths(through, i - 11))
  const cohorts = cohortFunnel(own, stages, months, through)
  // Before the first lead there is no cohort.
  const first = cohorts.findIndex(({ count }) => count > 0)
  const lags = measuredLags(
    own,
    frame.channels.map(({ id }) => id),
    stages,
    through,
  )
  const mayUse = can(page.session, 'plan.edit')
  return (
    <>
      <CohortCard {...frame} cohorts={first < 0 ? [] : cohorts.slice(first)} channelId={channelId} through={through} />
      <LagCard
        {...frame}
        lags={lags}
        use={
          mayUse
            ? ({ channelId: ofChannel, curve }, name) => (
                <UseCurve
                  input={{
                    ...{ teamId: page.team.id, year: page.year.year, channelId: ofChannel, to: curve.to },
                    shares: [...(curve.shares ?? [])],
                  }}
                  use={useLagAction}
                  planHref={planHref(frame)}
                  name={name}
                />
              )
            : null
        }
      />
    </>
  )
}
