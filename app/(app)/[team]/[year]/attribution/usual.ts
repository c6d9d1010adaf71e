import { hasRecords } from '#db/queries/pipeline'
import { can } from '#lib/permissions'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'
import { attributionFigures } from './figures'
import { attributionPage, USUAL_VIEW } from './frame'

/** Figures that the screen opens with, for the others that quote them; null: no records, or no month is over. */
export async function usualAttribution(page: TeamPage, ledger: Ledger) {
  const { session, team } = page
  if (!can(session, 'records.read')) return null
  const { timeZone, influenceDays } = session.org
  // Asked first, for it is kept by data version: without records a page pays for nothing else.
  if (!(await hasRecords(session, { teamId: team.id, timeZone, today: today(timeZone), window: influenceDays }))) {
    return null
  }
  const { frame, inView, standing } = await attributionPage(page, ledger, USUAL_VIEW)
  if (inView === null || inView.isRunning) return null
  const shown = { ...frame, inView }
  const { summary } = await attributionFigures(page, shown, ledger, { margin: standing.grossMargin, markov: null })
  return { frame: shown, summary }
}
