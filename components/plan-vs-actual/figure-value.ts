import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { Accumulation } from '#lib/plan-vs-actual/period'
import { landingIn } from './landing-in'
import type { FigureAt } from './table-row'

/** The number behind a cell, in its own unit and unrounded; null where the cell is blank or undefined. */
export function figureValue({ row, line, period }: FigureAt, ledger: Ledger, mode: Accumulation): number | null {
  const comparison = row.at(period)
  const isCompared = comparison.state === 'toDate' && comparison.actual !== null
  switch (line) {
    case 'plan':
    case 'actual':
    case 'lastYear':
      return comparison[line]
    case 'variance':
    case 'attainment':
      return isCompared ? comparison[line] : null
    case 'progress':
      return null
    case 'landing':
      return landingIn(row, period, ledger, mode)
  }
}
