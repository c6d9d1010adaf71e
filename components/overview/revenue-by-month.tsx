import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { LANDING_CASES, landingOf } from '#lib/forecast/landing'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { hasPlan } from '#lib/plan-vs-actual/ledger'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { ChartLegend } from '../chart/chart-legend'
import { MonthChart } from '../chart/month-chart'
import { figureText } from '../plan-vs-actual/figure-text'
import { chartSentence, monthlySeries } from '../plan-vs-actual/monthly-series'
import { Card } from '../ui/card'
import type { CardProps } from './overview-props'

/** px of the plot: with it the page ends above the fold of a laptop. */
const HEIGHT = 166

/** Revenue by month: plan outlined, actual solid, forecast hatched, last year beside them. */
export function RevenueByMonth({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const rows = useMemo(() => revenueRows(ledger), [ledger])
  const landing = useMemo(
    () => (ledger.rows.some(hasPlan) ? landingOf(ledger, LANDING_CASES.observed).byMonth : null),
    [ledger],
  )
  const series = useMemo(() => monthlySeries(rows, ledger, 'monthly', words, landing), [rows, ledger, words, landing])
  const months = useMemo(
    () => ledger.year.months.map((month) => formatMonth(month, style.locale)),
    [ledger, style.locale],
  )
  const format = useMemo(() => (value: number) => figureText('revenue', value, style), [style])
  const metric = { key: 'revenue', name: METRICS.revenue[style.locale] }
  return (
    <Card
      className="order-3"
      title={t('chart.title')}
      hint={moneyUnitLabel(style.unit, style)}
      actions={<ChartLegend series={series} />}
    >
      {/* The chart's table for screen readers is positioned: it must not widen the page. */}
      <div className="relative overflow-hidden">
        <MonthChart
          label={chartSentence({ rows, ledger, style, mode: 'monthly', metric, t: words, landing })}
          months={months}
          series={series}
          boundary={ledger.actualsThrough}
          formatValue={format}
          height={HEIGHT}
        />
      </div>
    </Card>
  )
}
