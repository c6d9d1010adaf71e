'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { isCount } from '#lib/metrics'
import type { Accumulation } from '#lib/plan-vs-actual/period'
import { type Section, sections } from '#lib/plan-vs-actual/sections'
import { ChartLegend } from '../chart/chart-legend'
import { MonthChart } from '../chart/month-chart'
import { Card } from '../ui/card'
import { Select } from '../ui/select'
import { figureText } from './figure-text'
import { chartSentence, monthlySeries } from './monthly-series'
import { countUnit, sectionName } from './names'
import type { ScreenProps } from './screen-props'

/** Plan against actual of one metric, by month and cumulative, side by side. */
export default function Charts(props: ScreenProps) {
  const { ledger, view, style } = props
  const t = useTranslations('plan-vs-actual')
  const all = useMemo(() => sections(ledger), [ledger])
  const section = all.find(({ key }) => key === view.metric) ?? all[0]
  if (!section) return null
  const choice = (
    <Select
      small
      aria-label={t('metricChoice')}
      value={section.key}
      onChange={(event) => view.change({ metric: event.target.value === 'revenue' ? null : event.target.value })}
    >
      {all.map(({ key }) => (
        <option key={key} value={key}>
          {sectionName(key, ledger, style.locale)}
        </option>
      ))}
    </Select>
  )
  return (
    <div className="grid gap-3 laptop:grid-cols-2">
      <MetricChart {...props} section={section} mode="monthly" actions={choice} />
      <MetricChart {...props} section={section} mode="cumulative" />
    </div>
  )
}

type MetricChartProps = ScreenProps & {
  readonly section: Section
  readonly mode: Accumulation
  readonly actions?: React.ReactNode
}

function MetricChart({ ledger, style, section, mode, actions }: MetricChartProps) {
  const t = useTranslations('plan-vs-actual')
  const { key, metric, rows } = section
  const series = useMemo(() => monthlySeries(rows, ledger, mode, t), [rows, ledger, mode, t])
  const months = useMemo(
    () => ledger.year.months.map((month) => formatMonth(month, style.locale)),
    [ledger.year, style.locale],
  )
  const format = useMemo(() => (value: number) => figureText(metric, value, style), [metric, style])
  const name = sectionName(key, ledger, style.locale)
  const unit = isCount(metric) ? countUnit(metric, t) : moneyUnitLabel(style.unit, style)
  return (
    <Card
      title={t(`chart.${mode}`, { metric: name })}
      hint={unit}
      actions={
        <>
          <ChartLegend series={series} shape={mode === 'monthly' ? 'bars' : 'lines'} />
          {actions}
        </>
      }
    >
      {/* The chart's table for screen readers is positioned: it must not widen the page. */}
      <div className="relative overflow-hidden">
        <MonthChart
          label={chartSentence({ rows, ledger, style, mode, metric: { key: metric, name }, t })}
          months={months}
          series={series}
          shape={mode === 'monthly' ? 'bars' : 'lines'}
          boundary={ledger.actualsThrough}
          formatValue={format}
        />
      </div>
    </Card>
  )
}
