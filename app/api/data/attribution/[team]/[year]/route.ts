import { getTranslations } from 'next-intl/server'
import { type Sheet, utf8File, workbookFile } from '#db/exports/files'
import type { Session } from '#db/queries/session'
import { notFound } from '#lib/errors'
import { AttributionView } from '#lib/input/attribution-view'
import { fiscalYear } from '#lib/month'
import { attachment } from '#server/attachment'
import { sessionRoute } from '#server/session-route'
import { attributionFigures, markovCredits } from '../../../../../[team]/[year]/attribution/figures'
import { attributionPage, closedThrough, touchModelOf } from '../../../../../[team]/[year]/attribution/frame'
import { yearFigures } from '../../../../../[team]/[year]/plan-vs-actual/ledger'
import { attributionSheets } from './sheets'

type Context = { readonly params: Promise<{ readonly team: string; readonly year: string }> }

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The figures of a view of attribution as a file: as CSV the comparison, as a workbook all of its tables. */
export const GET = sessionRoute<Context>('records.read', async (request, session, { params }) => {
  const { team, year } = await params
  const query = new URL(request.url).searchParams
  const sheets = await sheetsOf(session, team, year, AttributionView.parse(Object.fromEntries(query)))
  const [first] = sheets
  if (!first) throw notFound()
  const t = await getTranslations('attribution')
  const name = `${t('title')}_${year}`
  if (query.get('format') === 'xlsx') return attachment(workbookFile(sheets), `${name}.xlsx`, WORKBOOK)
  return attachment(utf8File(first), `${name}.csv`, 'text/csv; charset=utf-8')
})

/** A team that the person does not reach is as if it did not exist. */
async function sheetsOf(session: Session, teamId: string, yearText: string, view: AttributionView): Promise<Sheet[]> {
  const team = session.teams.find(({ id }) => id === teamId)
  if (!team || !/^(19|20|21)\d\d$/.test(yearText)) throw notFound()
  const page = { session, team, year: fiscalYear(Number(yearText), session.org.fiscalStart) }
  const { ledger } = await yearFigures(page)
  const { frame, names, inView, standing } = await attributionPage(page, view)
  if (inView === null) throw notFound()
  const { markov } = await markovCredits(page, { ...frame, inView })
  const model = markov === null ? touchModelOf(frame) : frame.model
  const shown = { ...frame, ...names, inView, model, closedThrough: closedThrough(ledger) }
  const summary = await attributionFigures(page, shown, ledger, { margin: standing.grossMargin, markov })
  return attributionSheets(shown, summary, await getTranslations('attribution'))
}
