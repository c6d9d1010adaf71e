import { planAndActuals } from '#db/queries/plan-and-actuals'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ledgerOf, type PlanAndActuals } from '#lib/plan-vs-actual/ledger-of'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'

/** Ledgers by the raw figures that they were made of, which the query keeps while no figure changes; one a day. */
const made = new WeakMap<PlanAndActuals, { readonly key: string; readonly ledger: Ledger }>()

/** The year of a team's page, for every screen that compares plan with actual. */
export async function ledgerFor({ session, team, year }: TeamPage): Promise<Ledger> {
  const source = await planAndActuals(session, team.id, year)
  const { timeZone, goodFrom, watchFrom } = session.org
  const day = today(timeZone)
  const key = [day, goodFrom, watchFrom].join(' ')
  const kept = made.get(source)
  if (kept?.key === key) return kept.ledger
  const ledger = ledgerOf(source, { today: day, thresholds: { goodFrom, watchFrom } })
  made.set(source, { key, ledger })
  return ledger
}
