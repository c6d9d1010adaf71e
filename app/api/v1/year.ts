import { planAndActuals } from '#db/queries/plan-and-actuals'
import type { TokenSession } from '#db/queries/token-session'
import { notFound } from '#lib/errors'
import { type FiscalYear, fiscalYear } from '#lib/month'
import type { Team } from '#lib/organisation'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ledgerOf, type PlanAndActuals } from '#lib/plan-vs-actual/ledger-of'
import { today } from '#server/today'

export type TeamYear = {
  readonly team: Team
  readonly year: FiscalYear
  readonly source: PlanAndActuals
  readonly ledger: Ledger
}

/** A team's year as the screens see it. @throws AppError 'notFound' for a team that the token does not reach */
export async function teamYear(session: TokenSession, query: { team: string; year: number }): Promise<TeamYear> {
  const team = session.teams.find(({ id }) => id === query.team)
  if (!team) throw notFound()
  const { fiscalStart, timeZone, goodFrom, watchFrom } = session.org
  const year = fiscalYear(query.year, fiscalStart)
  const day = today(timeZone)
  const source = await planAndActuals(session, team.id, year, day)
  const ledger = ledgerOf(source, { today: day, thresholds: { goodFrom, watchFrom } })
  return { team, year, source, ledger }
}
