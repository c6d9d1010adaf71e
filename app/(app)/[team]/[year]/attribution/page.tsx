import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AttributionScreen, NoDeals, StillToCome } from '#components/attribution/attribution-screen'
import { hasRecords } from '#db/queries/pipeline'
import { AttributionView } from '#lib/input/attribution-view'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { single } from '../pipeline/frame'
import { yearFigures } from '../plan-vs-actual/ledger'
import { attributionPage } from './frame'
import { View } from './view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attribution'))('title') }
}

export default async function AttributionPage({ params, searchParams }: PageProps<'/[team]/[year]/attribution'>) {
  const { team: teamId, year: yearText } = await params
  const query = new URLSearchParams()
  const asked = single(await searchParams)
  for (const [key, value] of Object.entries(asked)) if (value !== undefined) query.set(key, value)
  const page = await requireTeam(teamId, yearText, 'records.read')
  const { org } = page.session
  const { ledger } = await yearFigures(page)
  const { frame, inView, standing } = await attributionPage(page, ledger, AttributionView.parse(asked))
  const of = { teamId, timeZone: org.timeZone, today: frame.today, window: org.influenceDays }
  const any = await hasRecords(page.session, of)
  const exportHref = `/api/data/attribution/${teamId}/${yearText}?${query}`
  return (
    <ClientMessages of={['attribution']}>
      <AttributionScreen
        frame={frame}
        isRunning={inView?.isRunning ?? false}
        exportHref={any && inView !== null ? exportHref : null}
      >
        {!any && <NoDeals mayImport={can(page.session, 'records.import')} />}
        {any && inView === null && <StillToCome frame={frame} />}
        {any && inView !== null && (
          <View page={page} frame={{ ...frame, inView }} ledger={ledger} standing={standing} />
        )}
      </AttributionScreen>
    </ClientMessages>
  )
}
