import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { ChartLegend } from '../chart/chart-legend'
import { MonthChart } from '../chart/month-chart'
import { figureText } from '../plan-vs-actual/figure-text'
import { chartSentence, monthlySeries } from '../plan-vs-actual/monthly-series'
import { Card } from '../ui/card'
import type { CardProps } from './overview-props'

/** px of the plot: with it the page ends above the fold of a laptop. */
const HEIGHT = 176

/** Revenue by month: plan outlined, actual solid, last year beside them. */
export function RevenueByMonth({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const rows = useMemo(() => revenueRows(ledger), [ledger])
  const series = useMemo(() => monthlySeries(rows, ledger, 'monthly', words), [rows, ledger, words])
  const months = useMemo(
    () => ledger.year.months.map((month) => formatMonth(month, style.locale)),
    [ledger, style.locale],
  )
  const format = useMemo(() => (value: number) => figureText('revenue', value, style), [style])
  const metric = { key: 'revenue', name: METRICS.revenue[style.locale] }
  return (
    <Card title={t('chart.title')} hint={moneyUnitLabel(style.unit, style)} actions={<ChartLegend series={series} />}>
      {/* The chart's table for screen readers is positioned: it must not widen the page. */}
      <div className="relative overflow-hidden">
        <MonthChart
          label={chartSentence({ rows, ledger, style, mode: 'monthly', metric, t: words })}
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
