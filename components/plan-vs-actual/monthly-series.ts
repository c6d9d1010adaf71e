import { compared } from '#lib/plan-vs-actual/compared'
import { type Ledger, type LedgerRow, MONTHS } from '#lib/plan-vs-actual/ledger'
import { type Accumulation, comparedIn, type Period } from '#lib/plan-vs-actual/period'
import type { ChartSeries } from '../chart/series'
import type { Words } from './names'

const monthAt = (month: number): Period => ({ key: `m${month}`, kind: 'month', first: month, last: month })

/** Plan, actual to date and last year by month; last year only where something was entered then. */
export function monthlySeries(rows: readonly LedgerRow[], ledger: Ledger, mode: Accumulation, t: Words): ChartSeries[] {
  const figures = MONTHS.map((month) => comparedIn(rows, monthAt(month), ledger, mode))
  const actual = figures.map(({ state, actual: value }) => (state === 'toDate' ? value : null))
  const lastYear = figures.map((figure) => figure.lastYear)
  return [
    { kind: 'plan', label: t('chart.plan'), values: figures.map((figure) => figure.plan) },
    { kind: 'actual', label: t('chart.actual'), values: actual },
    ...(lastYear.some((value) => value !== null)
      ? [{ kind: 'lastYear' as const, label: t('chart.lastYear'), values: lastYear }]
      : []),
  ]
}

/** The year's comparison of the same rows, for the chart's sentence. */
export function yearOf(rows: readonly LedgerRow[], ledger: Ledger) {
  return compared(rows, MONTHS, ledger)
}
