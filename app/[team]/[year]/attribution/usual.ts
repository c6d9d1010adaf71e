import { kept } from '#db/kept'
import { hasRecords } from '#db/queries/pipeline'
import type { Model } from '#lib/attribution/models'
import type { AttributionSummary } from '#lib/attribution/summary'
import { can } from '#lib/permissions'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'
import { attributionFigures, markovCredits } from './figures'
import { attributionPage, USUAL_VIEW } from './frame'

/** What other screens quote of attribution, and where that screen is. */
export type UsualAttribution = { readonly model: Model; readonly href: string; readonly summary: AttributionSummary }

const keep = kept<UsualAttribution | null>(200)

/** Figures that the screen opens with, for the others that quote them; null: no records, or no month is over. */
export async function usualAttribution(page: TeamPage, ledger: Ledger): Promise<UsualAttribution | null> {
  const { session, team, year } = page
  if (!can(session, 'records.read')) return null
  return keep(session, [team.id, year.year, today(session.org.timeZone)], () => readUsual(page, ledger))
}

async function readUsual(page: TeamPage, ledger: Ledger): Promise<UsualAttribution | null> {
  const { session, team } = page
  const { timeZone, influenceDays } = session.org
  // Asked first, for it is kept by data version: without records a page pays for nothing else.
  if (!(await hasRecords(session, { teamId: team.id, timeZone, today: today(timeZone), window: influenceDays }))) {
    return null
  }
  const { frame, inView, standing } = await attributionPage(page, USUAL_VIEW)
  if (inView === null || inView.isRunning) return null
  const shown = { ...frame, inView }
  const { markov } = frame.model === 'markov' ? await markovCredits(page, shown) : { markov: null }
  const summary = await attributionFigures(page, shown, ledger, { margin: standing.grossMargin, markov })
  return { model: frame.model, href: frame.path, summary }
}
