import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { Attribution } from '#components/attribution/attribution'
import { AttributionScreen, NoDeals, StillToCome } from '#components/attribution/attribution-screen'
import { ClosedChip } from '#components/attribution/closed-chip'
import { ScreenSkeleton } from '#components/attribution/skeletons'
import { hasRecords } from '#db/queries/pipeline'
import { AttributionView } from '#lib/input/attribution-view'
import { can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { write } from '#server/pack'
import { requireTeam } from '#server/session'
import { soon } from '#server/soon'
import { single } from '../pipeline/frame'
import { attributionPage } from './frame'
import { attributionView, type View } from './view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attribution'))('title') }
}

/** What head, notices and headline say. */
const HEAD = [
  'attribution',
  ...['title', 'basis', 'running', 'closedThrough', 'excel', 'model', 'period', 'lookback', 'days', 'daysTried'],
  ...['asOf', 'gone', 'periods', 'customers', 'models', 'hero', 'reconciliation', 'ledger', 'rules'],
] as const

export default async function AttributionPage({ params, searchParams }: PageProps<'/[team]/[year]/attribution'>) {
  const { team: teamId, year: yearText } = await params
  const query = new URLSearchParams()
  const asked = single(await searchParams)
  for (const [key, value] of Object.entries(asked)) if (value !== undefined) query.set(key, value)
  const page = await requireTeam(teamId, yearText, 'records.read')
  const { org } = page.session
  const known = await attributionPage(page, AttributionView.parse(asked))
  const { frame, inView } = known
  const of = { teamId, timeZone: org.timeZone, today: frame.today, window: org.influenceDays }
  const any = await hasRecords(page.session, of)
  const view = any && inView !== null ? attributionView(page, { ...known, inView }) : null
  const ready = view && (await soon(view))
  return (
    <ClientMessages of={[view ? HEAD : [...HEAD, 'empty']]} later={['attribution']}>
      <AttributionScreen
        frame={write(frame)}
        isRunning={inView?.isRunning ?? false}
        closed={closedChip(view, ready)}
        exportHref={view && `/api/data/attribution/${teamId}/${yearText}?${query.size > 0 ? `${query}&` : ''}`}
      >
        {!any && <NoDeals mayImport={can(page.session, 'records.import')} />}
        {any && inView === null && <StillToCome />}
        {ready && <Attribution {...ready.shown} />}
        {view && !ready && (
          <Suspense fallback={<ScreenSkeleton />}>
            <Late view={view} />
          </Suspense>
        )}
      </AttributionScreen>
    </ClientMessages>
  )
}

type LateProps = { readonly view: Promise<View> }

/** Comes after the page when its figures were not there at once. */
async function Late({ view }: LateProps) {
  return <Attribution {...(await view).shown} />
}

function closedChip(view: Promise<View> | null, ready: View | null) {
  if (ready) return <ClosedChip through={ready.closedThrough} />
  return (
    view && (
      <Suspense>
        <LateChip view={view} />
      </Suspense>
    )
  )
}

async function LateChip({ view }: LateProps) {
  return <ClosedChip through={(await view).closedThrough} />
}
