import { useTranslations } from 'next-intl'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { ChartLegend } from '../chart/chart-legend'
import { chartSentence, monthlySeries } from '../plan-vs-actual/monthly-series'
import { Card } from '../ui/card'
import type { CardProps } from './overview-props'
import { RevenueChart } from './revenue-chart'

/** Revenue by month: plan outlined, actual solid, last year beside them. */
export function RevenueByMonth({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const rows = revenueRows(ledger)
  const series = monthlySeries(rows, ledger, 'monthly', words)
  const metric = { key: 'revenue', name: METRICS.revenue[style.locale] }
  return (
    <Card
      title={t('chart.title')}
      hint={moneyUnitLabel(style.unit, style)}
      actions={<ChartLegend series={series.map(({ kind, label }) => ({ kind, label }))} />}
    >
      <RevenueChart
        label={chartSentence({ rows, ledger, style, mode: 'monthly', metric, t: words })}
        months={ledger.year.months.map((month) => formatMonth(month, style.locale))}
        series={series}
        boundary={ledger.actualsThrough}
        style={style}
      />
    </Card>
  )
}
