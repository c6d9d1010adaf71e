import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoRecords, PipelineScreen } from '#components/pipeline/pipeline-screen'
import { hasRecords } from '#db/queries/pipeline'
import { NUMBER_FAULTS } from '#lib/input/number'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { write } from '#server/pack'
import { requireTeam } from '#server/session'
import { frameOf, single } from './frame'
import { cohorts, deals, handover, leads, summary } from './views'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pipeline'))('title') }
}

const HEAD = [
  'pipeline',
  'title',
  'asOf',
  'basis',
  'period',
  'views',
  'periods',
  'by',
  'list',
  'none',
  'empty',
] as const
const WORDS = ['pipeline', ['errors', ...NUMBER_FAULTS]] as const

const VIEW = { summary, handover, deals, leads, cohorts }

export default async function PipelinePage({ params, searchParams }: PageProps<'/[team]/[year]/pipeline'>) {
  const { team: teamId, year: yearText } = await params
  const query = await searchParams
  const page = await requireTeam(teamId, yearText, 'records.read')
  const { frame, of } = await frameOf(page, `/${teamId}/${yearText}/pipeline`, query)
  const any = await hasRecords(page.session, of)
  const isList = frame.view.view === 'deals' || frame.view.view === 'leads'
  const hasPeriod = any && (frame.view.view === 'summary' || frame.view.view === 'handover')
  return (
    <ClientMessages of={isList ? WORDS : [HEAD]} later={isList ? [] : WORDS}>
      <PipelineScreen frame={write(frame)} hasPeriod={hasPeriod}>
        {any ? (
          await VIEW[frame.view.view]({ page, frame, of, query: single(query) })
        ) : (
          <NoRecords mayImport={can(page.session, 'records.import')} />
        )}
      </PipelineScreen>
    </ClientMessages>
  )
}
