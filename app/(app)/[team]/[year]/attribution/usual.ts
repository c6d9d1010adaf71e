import { hasRecords } from '#db/queries/pipeline'
import { can } from '#lib/permissions'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { TeamPage } from '#server/session'
import { attributionFigures } from './figures'
import { attributionPage, USUAL_VIEW } from './frame'

/** Figures that the screen opens with, for the others that quote them; null: no records, or no month is over. */
export async function usualAttribution(page: TeamPage, ledger: Ledger) {
  const { session, team } = page
  if (!can(session, 'records.read')) return null
  const { frame, inView, standing } = await attributionPage(page, ledger, USUAL_VIEW)
  const of = { teamId: team.id, timeZone: session.org.timeZone, today: frame.today, window: session.org.influenceDays }
  if (inView === null || inView.isRunning || !(await hasRecords(session, of))) return null
  const shown = { ...frame, inView }
  const { summary } = await attributionFigures(page, shown, ledger, { margin: standing.grossMargin, markov: null })
  return { frame: shown, summary }
}
