import { planAndActuals, type YearRead } from '#db/queries/plan-and-actuals'
import { type YearSummary, yearSummary } from '#lib/forecast/year-summary'
import type { Packed, Written } from '#lib/packed'
import { asClosed } from '#lib/plan-vs-actual/as-closed'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ledgerOf } from '#lib/plan-vs-actual/ledger-of'
import { type YearInFull, yearRemarks } from '#lib/plan-vs-actual/year-remarks'
import { pack, write } from '#server/pack'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'

/** A team's year, computed once for every screen that compares plan with actual. */
export type YearFigures = {
  readonly source: YearRead
  readonly ledger: Ledger
  /** What cards and tables are made of, as a page sends it. */
  readonly packed: Packed<YearInFull>
  readonly summary: Written<YearSummary>
  /** 締め時点: as the months were closed; null while none is. */
  readonly closedSummary: Written<YearSummary> | null
}

/** By the raw figures that they were made of, which the query keeps while no figure changes; one a day. */
const made = new WeakMap<YearRead, { readonly key: string; readonly figures: YearFigures }>()

/** The year of a team's page. */
export async function yearFigures({ session, team, year }: TeamPage): Promise<YearFigures> {
  const { timeZone, goodFrom, watchFrom } = session.org
  const day = today(timeZone)
  const source = await planAndActuals(session, team.id, year, day)
  const key = [day, goodFrom, watchFrom].join(' ')
  const kept = made.get(source)
  if (kept?.key === key) return kept.figures
  const ledger = ledgerOf(source, { today: day, thresholds: { goodFrom, watchFrom } })
  const figures = {
    ...{ source, ledger, summary: write(yearSummary(ledger)) },
    closedSummary: ledger.closedThrough < 0 ? null : write(yearSummary(asClosed(ledger))),
    packed: pack({ ledger, remarks: yearRemarks(source, ledger.finishedThrough) }),
  }
  made.set(source, { key, figures })
  return figures
}
