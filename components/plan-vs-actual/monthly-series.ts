import { compared } from '#lib/plan-vs-actual/compared'
import { type Ledger, type LedgerMetric, type LedgerRow, MONTHS } from '#lib/plan-vs-actual/ledger'
import { type Accumulation, comparedIn, type Period } from '#lib/plan-vs-actual/period'
import type { ChartSeries } from '../chart/series'
import { type FigureStyle, figureWithUnit, monthsText } from './figure-text'
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

type SentenceInput = {
  readonly rows: readonly LedgerRow[]
  readonly ledger: Ledger
  readonly style: FigureStyle
  readonly mode: Accumulation
  readonly metric: { readonly key: LedgerMetric; readonly name: string }
  readonly t: Words
}

/** What a chart says, in a sentence: its text alternative. */
export function chartSentence({ rows, ledger, style, mode, metric: { key, name }, t }: SentenceInput): string {
  const { plan, actual, basis } = compared(rows, MONTHS, ledger)
  const text = (value: number | null) => figureWithUnit(key, value, style)
  if (mode === 'cumulative') return t('chart.cumulativeAlt', { metric: name, plan: text(plan), actual: text(actual) })
  if (basis === null) return t('chart.monthlyAltEmpty', { metric: name })
  const month = monthsText(ledger.year, basis.last, basis.last, style.locale)
  return t('chart.monthlyAlt', { metric: name, month, actual: text(actual), plan: text(basis.plan) })
}
