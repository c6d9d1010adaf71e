'use client'

import { useLocale, useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import {
  formatCount,
  formatMoney,
  formatMonth,
  formatYearMonth,
  type Locale,
  minorDigits,
  moneyUnitLabel,
} from '#lib/format'
import type { StageKey } from '#lib/funnel/stages'
import { addMonths, type FiscalYear, type Month } from '#lib/month'
import type { Channel } from '#lib/organisation'
import { figureWithUnit } from '../plan-vs-actual/figure-text'
import type { PlanScreenProps } from './plan-props'

type PlanTexts = ReturnType<typeof useTranslations<'plan'>>

/** How the plan screen names and writes things; the same for all of its cards. */
export type PlanView = {
  /** The plan's texts: the same as useTranslations('plan'), which is too dear for a hundred cells at each key. */
  readonly t: PlanTexts
  readonly locale: Locale
  readonly timeZone: string
  readonly currency: string
  /** Decimals of the currency's minor unit. */
  readonly decimals: number
  readonly year: FiscalYear
  readonly stages: readonly StageKey[]
  readonly channelOf: (id: string) => Channel
  readonly stageLabel: (stage: StageKey) => string
  /** In the organisation's unit, without its name. */
  readonly money: (amount: number | null) => string
  readonly unitLabel: string
  /** With it, for sentences: 2,500千円, ¥2,500K. */
  readonly moneyInUnit: (amount: number | null) => string
  /** In full: 120,000,000, and the name of that unit: 円. */
  readonly amount: (amount: number | null) => string
  readonly amountLabel: string
  readonly amountInFull: (amount: number | null) => string
  readonly count: (count: number | null) => string
  /** 期首前 1,334. */
  readonly beforeYearShort: (count: number) => string
  /** A gain or loss in the organisation's unit: +1.2, −0.3, ±0. */
  readonly moneyChange: (amount: number | null) => string
  /** Paths of the team's year: /team/2026/campaigns. */
  readonly pathTo: (screen: 'campaigns' | 'actuals') => string
  /** Month of the year by index; also outside of it, then with its year. */
  readonly month: (index: number) => Month
  readonly monthLabel: (index: number) => string
  readonly yearMonthLabel: (month: Month) => string
}

const PlanViewContext = createContext<PlanView | null>(null)

export function usePlanView(): PlanView {
  const view = useContext(PlanViewContext)
  if (!view) throw new Error('PlanViewProvider is missing')
  return view
}

type PlanViewProviderProps = Pick<PlanScreenProps, 'organisation' | 'teamId' | 'year' | 'stages' | 'channels'> & {
  readonly children: ReactNode
}

export function PlanViewProvider({ organisation, teamId, year, stages, channels, children }: PlanViewProviderProps) {
  const locale: Locale = useLocale() === 'en' ? 'en' : 'ja'
  const t = useTranslations('plan')
  const view = useMemo(
    () => planView(t, locale, { organisation, teamId, year, stages, channels }),
    [t, locale, organisation, teamId, year, stages, channels],
  )
  return <PlanViewContext value={view}>{children}</PlanViewContext>
}

/** Stands for a figure that is filled in later. */
const PLACE = '#'

function planView(
  t: PlanTexts,
  locale: Locale,
  { organisation, teamId, year, stages, channels }: Omit<PlanViewProviderProps, 'children'>,
): PlanView {
  const { currency, unit, negativeStyle, timeZone } = organisation
  const labels = new Map(stages.map((stage) => [stage.key, stage.label]))
  const byId = new Map(channels.map((channel) => [channel.id, channel]))
  // Filled in once: a key in the KGI asks for a hundred of them, and a message is dear to fill in.
  const [beforeCount = '', afterCount = ''] = t('beforeYearShort', { count: PLACE }).split(PLACE)
  const month = (index: number) => addMonths(year.first, index)
  const monthLabels = Array.from({ length: 12 }, (_, index) => formatMonth(month(index), locale))
  return {
    t,
    locale,
    timeZone,
    currency,
    decimals: minorDigits(currency),
    year,
    stages: stages.map((stage) => stage.key),
    channelOf: (id) => byId.get(id) ?? unknownChannel(id),
    stageLabel: (stage) => labels.get(stage) ?? stage,
    money: (amount) => formatMoney(amount, { unit, currency, negativeStyle, locale }),
    unitLabel: moneyUnitLabel(unit, { locale, currency }),
    moneyInUnit: (amount) => figureWithUnit('revenue', amount, { locale, unit, currency, negativeStyle }),
    amountInFull: (amount) => figureWithUnit('revenue', amount, { locale, unit: 'yen', currency, negativeStyle }),
    amount: (amount) => formatMoney(amount, { unit: 'yen', currency, negativeStyle, locale }),
    amountLabel: moneyUnitLabel('yen', { locale, currency }),
    count: (count) => formatCount(count, { locale }),
    beforeYearShort: (count) => beforeCount + formatCount(count, { locale }) + afterCount,
    moneyChange: (amount) => formatMoney(amount, { unit, currency, negativeStyle, locale, signed: true }),
    pathTo: (screen) => `/${teamId}/${year.year}/${screen}`,
    month,
    monthLabel: (index) => monthLabels[index] ?? formatMonth(month(index), locale),
    yearMonthLabel: (own) => formatYearMonth(own, locale),
  }
}

/** A channel that the organisation no longer lists (archived since the version was written). */
const unknownChannel = (id: string): Channel => ({
  id,
  name: '—',
  colour: 0,
  defaultEntry: 'lead',
  isMarketing: true,
  isDirect: false,
  grossMargin: null,
  archivedAt: null,
})
