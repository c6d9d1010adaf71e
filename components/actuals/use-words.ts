'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { GridRow } from '#lib/actuals/grid'
import {
  formatCount,
  formatMoney,
  formatMonth,
  formatMonths,
  formatYearMonth,
  type Locale,
  moneyUnitLabel,
} from '#lib/format'
import { isCount, metricOf, stageName } from '#lib/metrics'
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
  /** The currency in which amounts are entered. */
  readonly currency: string
  readonly value: (row: GridRow, value: number | null) => string
}

export function useWords({ sections, stages, year, organisation }: ActualsProps): Words {
  const t = useTranslations('actuals')
  const locale: Locale = useLocale() === 'en' ? 'en' : 'ja'
  return useMemo(() => {
    const { currency, negativeStyle } = organisation
    const named = new Map(stages.map((stage) => [stage.key, stageName(stage, locale)]))
    const channels = new Map(sections.flatMap(({ channel }) => (channel ? [[channel.id, channel.name] as const] : [])))
    const section = (row: GridRow) => (row.channelId === null ? '' : (channels.get(row.channelId) ?? ''))
    const metric = (row: GridRow) => {
      if (row.line !== 'channel') return metricOf(row.line)[locale]
      return named.get(row.metric) ?? metricOf(row.metric)[locale]
    }
    const row = (one: GridRow) => [section(one), metric(one)].filter((word) => word !== '').join(' ')
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
      currency: moneyUnitLabel('yen', { locale, currency }),
      value: (one, value) => {
        if (value === null) return ''
        if (isCount(one.metric)) return formatCount(value, { locale, negativeStyle })
        return formatMoney(value, { unit: 'yen', locale, negativeStyle, currency })
      },
    }
  }, [sections, stages, year, organisation, locale, t])
}
