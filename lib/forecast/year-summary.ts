import { type Comparison, compared } from '#lib/plan-vs-actual/compared'
import { belongs, hasPlan, type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { lineRows, type RevenueLine, revenueRows } from '#lib/plan-vs-actual/sections'
import { type Headline, headlineOf } from './headline'

/**
 * The figures that a year's screens lead with: all that the server draws of a ledger. Computed once while no figure
 * changes, so that a request need not go through the ledger.
 */
export type YearSummary = Pick<Ledger, 'year' | 'actualsThrough' | 'closedThrough'> & {
  /** Something is planned or entered in the year. */
  readonly hasFigures: boolean
  readonly isPlanned: boolean
  /** Of the whole year; it compares the months to date. */
  readonly revenue: Comparison
  readonly lines: Readonly<Record<RevenueLine, Comparison>>
  /** The lines that have a plan or an entry. */
  readonly ownLines: readonly RevenueLine[]
  /** Where the year lands; null without a plan. */
  readonly headline: Headline | null
}

const LINES = ['marketing', 'existing', 'salesSourced'] as const

/** Money unrounded, attainment and pace as ratios. */
export function yearSummary(ledger: Ledger): YearSummary {
  const { year, actualsThrough, closedThrough } = ledger
  const ofLine = (line: RevenueLine) => compared(lineRows(ledger, line), MONTHS, ledger)
  return {
    ...{ year, actualsThrough, closedThrough },
    hasFigures: ledger.rows.some(belongs),
    isPlanned: ledger.rows.some(hasPlan),
    revenue: compared(revenueRows(ledger), MONTHS, ledger),
    lines: { marketing: ofLine('marketing'), existing: ofLine('existing'), salesSourced: ofLine('salesSourced') },
    ownLines: LINES.filter((line) => lineRows(ledger, line).some(belongs)),
    headline: headlineOf(ledger),
  }
}
