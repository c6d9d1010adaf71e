import { compared } from '#lib/plan-vs-actual/compared'
import { type Ledger, type LedgerMetric, type LedgerRow, MONTHS } from '#lib/plan-vs-actual/ledger'
import { type Accumulation, comparedIn, type Period } from '#lib/plan-vs-actual/period'
import type { ChartSeries } from '../chart/series'
import { type FigureStyle, figureWithUnit, monthsText } from './figure-text'
import type { Words } from './names'

const monthAt = (month: number): Period => ({ key: `m${month}`, kind: 'month', first: month, last: month })

/**
 * Plan, actual to date, landing after it and last year by month; last year only where something was entered then.
 * `landing`: twelve amounts or counts of the year, unrounded; without it there is no forecast.
 */
export function monthlySeries(
  rows: readonly LedgerRow[],
  ledger: Ledger,
  mode: Accumulation,
  t: Words,
  landing: readonly number[] | null = null,
): ChartSeries[] {
  const figures = MONTHS.map((month) => comparedIn(rows, monthAt(month), ledger, mode))
  const actual = figures.map(({ state, actual: value }) => (state === 'toDate' ? value : null))
  const lastYear = figures.map((figure) => figure.lastYear)
  return [
    { kind: 'plan', label: t('chart.plan'), values: figures.map((figure) => figure.plan) },
    { kind: 'actual', label: t('chart.actual'), values: actual },
    ...(landing === null || ledger.actualsThrough >= LAST
      ? []
      : [{ kind: 'forecast' as const, label: t('chart.forecast'), values: forecastOf(landing, ledger, mode) }]),
    ...(lastYear.some((value) => value !== null)
      ? [{ kind: 'lastYear' as const, label: t('chart.lastYear'), values: lastYear }]
      : []),
  ]
}

const LAST = 11

/** The landing of the months after the boundary; cumulative, on top of all months before. */
function forecastOf(landing: readonly number[], { actualsThrough }: Ledger, mode: Accumulation): (number | null)[] {
  let sum = 0
  return MONTHS.map((month) => {
    sum += landing[month] ?? 0
    if (month <= actualsThrough) return null
    return mode === 'cumulative' ? sum : (landing[month] ?? 0)
  })
}

type SentenceInput = {
  readonly rows: readonly LedgerRow[]
  readonly ledger: Ledger
  readonly style: FigureStyle
  readonly mode: Accumulation
  readonly metric: { readonly key: LedgerMetric; readonly name: string }
  readonly t: Words
  /** Twelve months; null: no forecast is drawn. */
  readonly landing?: readonly number[] | null
}

/** What a chart says, in a sentence: its text alternative. */
export function chartSentence({ rows, ledger, style, mode, metric: { key, name }, t, landing }: SentenceInput): string {
  const { plan, actual, basis } = compared(rows, MONTHS, ledger)
  const text = (value: number | null) => figureWithUnit(key, value, style)
  const year = landing ? t('chart.landingAlt', { landing: text(landing.reduce((a, b) => a + b, 0)) }) : ''
  if (mode === 'cumulative')
    return t('chart.cumulativeAlt', { metric: name, plan: text(plan), actual: text(actual) }) + year
  if (basis === null) return t('chart.monthlyAltEmpty', { metric: name })
  const month = monthsText(ledger.year, basis.last, basis.last, style.locale)
  return t('chart.monthlyAlt', { metric: name, month, actual: text(actual), plan: text(basis.plan) }) + year
}
