'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { isCount } from '#lib/metrics'
import { type Section, sections } from '#lib/plan-vs-actual/sections'
import { ChartLegend } from '../chart/chart-legend'
import { MonthChart } from '../chart/month-chart'
import { Card } from '../ui/card'
import { Select } from '../ui/select'
import { figureText } from './figure-text'
import { sectionLanding } from './landing-rows'
import { chartSentence, monthlySeries } from './monthly-series'
import { countUnit, sectionName } from './names'
import type { ScreenProps } from './screen-props'

/** As high as the bridge beside it. */
const HEIGHT = 262

/** One metric by month or cumulative, as the page is switched: plan, actual, landing and last year. */
export function MonthCard(props: ScreenProps) {
  const { ledger, view } = props
  const all = useMemo(() => sections(ledger), [ledger])
  const section = all.find(({ key }) => key === view.metric) ?? all[0]
  return section ? <MetricCard {...props} section={section} all={all} /> : null
}

type MetricCardProps = ScreenProps & { readonly section: Section; readonly all: readonly Section[] }

function MetricCard(props: MetricCardProps) {
  const { ledger, style, view, section } = props
  const { mode } = view
  const t = useTranslations('plan-vs-actual')
  const { key, metric, rows } = section
  const landing = useMemo(() => sectionLanding(ledger, key), [ledger, key])
  const series = useMemo(() => monthlySeries(rows, ledger, mode, t, landing), [rows, ledger, mode, t, landing])
  const months = useMemo(
    () => ledger.year.months.map((month) => formatMonth(month, style.locale)),
    [ledger.year, style.locale],
  )
  const format = useMemo(() => (value: number) => figureText(metric, value, style), [metric, style])
  // 40, not 40.0, on an axis whose figures are whole.
  const axis = useMemo(() => (value: number) => format(value).replace(/\.0+$/, ''), [format])
  const name = sectionName(key, ledger, style.locale)
  return (
    <Card
      title={t(`chart.${mode}`, { metric: name })}
      hint={isCount(metric) ? countUnit(metric, t) : moneyUnitLabel(style.unit, style)}
      actions={
        <>
          <ChartLegend series={series} />
          <MetricChoice {...props} />
        </>
      }
    >
      {/* The chart's table for screen readers is positioned: it must not widen the page. */}
      <div className="relative overflow-hidden">
        <MonthChart
          label={chartSentence({ rows, ledger, style, mode, metric: { key: metric, name }, t, landing })}
          months={months}
          series={series}
          boundary={ledger.actualsThrough}
          formatValue={format}
          formatAxis={axis}
          height={HEIGHT}
        />
      </div>
    </Card>
  )
}

function MetricChoice({ all, section, view, ledger, style }: MetricCardProps) {
  const t = useTranslations('plan-vs-actual')
  return (
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
}
