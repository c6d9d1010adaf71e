import { Handshake } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { CohortFigures } from '#components/pipeline/cohorts-view'
import type { HandoverFigures } from '#components/pipeline/handover-cards'
import { Deals, Leads } from '#components/pipeline/lists'
import type { SummaryFigures } from '#components/pipeline/summary-view'
import { CohortsView, HandoverView, SummaryView } from '#components/pipeline/views'
import { Card } from '#components/ui/card'
import { EmptyState } from '#components/ui/empty-state'
import { kept } from '#db/kept'
import { handoverCells, journeys, type PipelineOf, pipelineSource } from '#db/queries/pipeline'
import { dealPage } from '#db/queries/pipeline-deal-list'
import { leadPage } from '#db/queries/pipeline-lead-list'
import { formatRange } from '#lib/format'
import { dealFilterOf, leadFilterOf } from '#lib/input/pipeline'
import { addMonths } from '#lib/month'
import type { Packed } from '#lib/packed'
import { can } from '#lib/permissions'
import { cohortStages, measuredLags } from '#lib/pipeline/channel-lags'
import { cohortFunnel } from '#lib/pipeline/cohort-funnel'
import { handoverByChannel, handoverOf } from '#lib/pipeline/handover'
import { historyBefore, summaryOf } from '#lib/pipeline/summary'
import { pack } from '#server/pack'
import type { TeamPage } from '#server/session'
import type { PipelineFrame } from '../../../../components/pipeline/pipeline-props'
import { yearFigures } from '../plan-vs-actual/ledger'
import { saveDealAction, saveHandoverAction, useLagAction } from './actions'

/** What a view is drawn from. The page waits for the view itself: a part of its own would be sent and drawn apart. */
type ViewProps = {
  readonly page: TeamPage
  readonly frame: PipelineFrame
  readonly of: PipelineOf
  readonly query: Readonly<Record<string, string | undefined>>
}

const planHref = ({ path }: PipelineFrame) => path.replace(/pipeline$/, 'plan')

const keptSummaries = kept<Packed<SummaryFigures>>(100)
const keptHandovers = kept<Packed<HandoverFigures>>(100)
const keptCohorts = kept<Packed<CohortFigures>>(100)

export async function summary({ page, frame, of }: ViewProps) {
  const packed = await keptSummaries(page.session, [of, frame.view, frame.from, frame.to, page.year], async () =>
    pack<SummaryFigures>(await summaryFigures({ page, frame, of })),
  )
  return <SummaryView packedFigures={packed} planHref={planHref(frame)} />
}

async function summaryFigures({ page, frame, of }: Omit<ViewProps, 'query'>) {
  const history = historyBefore(of.today)
  const { from, to, view } = frame
  const wanted = { from, to, by: view.by, set: view.set, historyFrom: history.from, historyTo: history.to }
  const [source, { ledger }] = await Promise.all([pipelineSource(page.session, of, wanted), yearFigures(page)])
  return { ...summaryOf(source, ledger, { ...view, today: of.today }), history }
}

export async function handover({ page, frame, of }: ViewProps) {
  const { from, to, view } = frame
  const cells = await handoverCells(page.session, of, { from, to })
  if (cells.length === 0) return <NoHandover frame={frame} />
  const packed = await keptHandovers(page.session, [of, from, to, view.agreed], async () =>
    pack({ whole: handoverOf(cells, view.agreed), channelRows: handoverByChannel(cells, view.agreed) }),
  )
  return <HandoverView packedFigures={packed} />
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

export async function deals({ page, frame, of, query }: ViewProps) {
  const filter = dealFilterOf(query, frame.usual)
  const found = await dealPage(page.session, { ...of, owner: null, window: filter.window }, filter)
  return (
    <Deals {...frame} filter={filter} page={found} save={can(page.session, 'pipeline.edit') ? saveDealAction : null} />
  )
}

export async function leads({ page, frame, of, query }: ViewProps) {
  // Without an address of its own the list shows the year's: never all leads there are.
  const year = query.from === undefined ? { from: frame.year.first, to: frame.year.last } : {}
  const filter = leadFilterOf({ ...query, ...year }, frame.usual)
  const found = await leadPage(page.session, of, filter)
  const save = can(page.session, 'pipeline.edit') ? saveHandoverAction : null
  return <Leads {...frame} filter={filter} page={found} save={save} />
}

/** Cohorts of the twelve finished months, with lags measured over eighteen. */
const MEASURED = 18

export async function cohorts({ page, frame, of, query }: ViewProps) {
  const { to: through } = historyBefore(of.today)
  const channelId = frame.channels.some(({ id }) => id === query.channel) ? (query.channel ?? null) : null
  const packed = await keptCohorts(page.session, [of, channelId], async () => {
    const all = await journeys(page.session, of, { from: addMonths(through, 1 - MEASURED), to: through })
    return pack(cohortFigures(all, frame, { channelId, through }))
  })
  return (
    <CohortsView
      packedFigures={packed}
      planHref={planHref(frame)}
      teamId={page.team.id}
      use={can(page.session, 'plan.edit') ? useLagAction : null}
    />
  )
}

type OfCohorts = Pick<CohortFigures, 'channelId' | 'through'>

function cohortFigures(
  all: Awaited<ReturnType<typeof journeys>>,
  frame: PipelineFrame,
  { channelId, through }: OfCohorts,
): CohortFigures {
  const own = channelId === null ? all : all.filter((journey) => journey.channelId === channelId)
  const stages = cohortStages(frame.stages.map(({ key }) => key))
  const months = Array.from({ length: 12 }, (_, i) => addMonths(through, i - 11))
  const cohorts = cohortFunnel(own, stages, months, through)
  // Before the first lead there is no cohort.
  const first = cohorts.findIndex(({ count }) => count > 0)
  const channelIds = frame.channels.map(({ id }) => id)
  return {
    ...{ channelId, through },
    cohorts: first < 0 ? [] : cohorts.slice(first),
    lags: measuredLags(own, channelIds, stages, through),
  }
}
