'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { GridRow } from '#lib/actuals/grid'
import {
  formatCount,
  formatDate,
  formatDateTime,
  formatMoney,
  formatMonth,
  formatMonths,
  formatMultiple,
  formatTime,
  formatYearMonth,
  type Locale,
  moneyUnitLabel,
} from '#lib/format'
import { isCount, metricOf, stageName } from '#lib/metrics'
import type { Month } from '#lib/month'
import type { ActualsProps } from './actuals-props'

/** How the grid calls its rows, months and cells, and writes their values. */
export type Words = {
  readonly section: (row: GridRow) => string
  readonly metric: (row: GridRow) => string
  readonly unit: (row: GridRow) => string
  readonly month: (month: number) => string
  /** 4–9月: the year up to a month. */
  readonly monthsThrough: (month: number) => string
  /** Web リード */
  readonly row: (row: GridRow) => string
  /** Web リード 2026年4月 */
  readonly cell: (row: GridRow, month: number) => string
  /** 4月, of any year: with the year when it is not this one. */
  readonly named: (month: Month) => string
  /** Months of this year: 4–6月. */
  readonly span: (from: Month, to: Month) => string
  /** The currency in which amounts are entered. */
  readonly currency: string
  readonly value: (row: GridRow, value: number | null) => string
  /** A mean of counts has one decimal. */
  readonly mean: (row: GridRow, value: number) => string
  /** 2026/10/2 10:42, in the organisation's time zone. */
  readonly moment: (instant: string) => string
  readonly time: (instant: string) => string
  /** Of a campaign: 2026/5/12–2026/5/14. */
  readonly days: (from: string, to: string) => string
}

export function useWords({ sections, stages, year, organisation }: ActualsProps): Words {
  const t = useTranslations('actuals')
  const locale: Locale = useLocale() === 'en' ? 'en' : 'ja'
  return useMemo(() => {
    const { currency, negativeStyle, timeZone } = organisation
    const named = new Map(stages.map((stage) => [stage.key, stageName(stage, locale)]))
    const channels = new Map(sections.flatMap(({ channel }) => (channel ? [[channel.id, channel.name] as const] : [])))
    const runs = new Map(sections.flatMap(({ campaigns }) => campaigns.map(({ id, name }) => [id, name] as const)))
    const campaign = (row: GridRow) => (row.campaignId === null ? '' : (runs.get(row.campaignId) ?? ''))
    const section = (row: GridRow) => (row.channelId === null ? '' : (channels.get(row.channelId) ?? ''))
    const metric = (row: GridRow) => {
      if (row.line !== 'channel') return metricOf(row.line)[locale]
      return named.get(row.metric) ?? metricOf(row.metric)[locale]
    }
    const row = (one: GridRow) => [section(one), campaign(one), metric(one)].filter((word) => word !== '').join(' ')
    const at = (month: number) => year.months[month] ?? year.first
    return {
      section,
      metric,
      row,
      unit: (one) => {
        if (!isCount(one.metric)) return moneyUnitLabel('yen', { locale, currency })
        return one.metric === 'visit' ? t('unitVisits') : t('unitCount')
      },
      month: (month) => formatMonth(at(month), locale),
      monthsThrough: (month) => formatMonths(year.first, at(month), locale),
      cell: (one, month) => `${row(one)} ${formatYearMonth(at(month), locale)}`,
      named: (one) => (year.months.includes(one) ? formatMonth(one, locale) : formatYearMonth(one, locale)),
      span: (from, to) => formatMonths(from, to, locale),
      currency: moneyUnitLabel('yen', { locale, currency }),
      value: (one, value) => {
        if (value === null) return ''
        if (isCount(one.metric)) return formatCount(value, { locale, negativeStyle })
        return formatMoney(value, { unit: 'yen', locale, negativeStyle, currency })
      },
      mean: (one, value) => {
        if (isCount(one.metric)) return formatMultiple(value, { locale, negativeStyle })
        return formatMoney(value, { unit: 'yen', locale, negativeStyle, currency })
      },
      moment: (instant) => formatDateTime(instant, { locale, timeZone }),
      time: (instant) => formatTime(instant, { locale, timeZone }),
      days: (from, to) =>
        from === to ? formatDate(from, locale) : `${formatDate(from, locale)}–${formatDate(to, locale)}`,
    }
  }, [sections, stages, year, organisation, locale, t])
}
