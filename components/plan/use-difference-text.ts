'use client'

import { useTranslations } from 'next-intl'
import { formatMoney } from '#lib/format'
import type { Difference, PlanValue } from '#lib/funnel/differences'
import { percentText } from './field-text'
import { usePlanView } from './plan-view'

/** Inputs and figures whose label is a text of their own; the others are made of their stage or month. */
const LABELS = {
  revenueGoal: 'revenueGoal',
  existing: 'existing',
  salesSourced: 'salesSourced',
  spread: 'seasonality',
  nextYearGrowth: 'nextYearGrowth',
  rounding: 'rounding',
  salesPeople: 'salesPeople',
  inPlan: 'inPlan',
  share: 'share',
  entry: 'entry',
  dealSize: 'dealSize',
  unitCost: 'unitCost',
  unitCostStage: 'unitCostStage',
  fixedCost: 'fixedCost',
  scheduled: 'scheduled',
  entryUplift: 'entryUplift',
  note: 'note',
  marketingGoal: 'marketingGoal',
  revenue: 'revenueOf',
  kept: 'keptLanding',
  uncovered: 'uncovered',
  cost: 'costOf',
} as const
const CHOICES = { weights: 'weights', amounts: 'amounts', stage: 'roundingStage', exact: 'roundingExact' } as const

const isKeyOf = <T extends object>(names: T, name: unknown): name is keyof T =>
  typeof name === 'string' && Object.hasOwn(names, name)

type DifferenceText = {
  readonly nameOf: (difference: Difference) => string
  readonly textOf: (difference: Difference, value: PlanValue) => string
  /** Signed, for amounts and counts that both versions have; else empty. */
  readonly changeOf: (difference: Difference) => string
}

/** A difference as the screen writes it: its name, both values, and what changed. */
export function useDifferenceText(): DifferenceText {
  const t = useTranslations('plan')
  const { amount, amountLabel, count, currency, locale, monthLabel, stageLabel, stages } = usePlanView()

  function nameOf({ name, stage }: Difference): string {
    if (isKeyOf(LABELS, name)) return t(LABELS[name])
    const [kind, month] = name.split('.')
    if (kind === 'weights') return t('monthWeight', { month: monthLabel(Number(month)) })
    if (kind === 'amounts') return t('monthAmount', { month: monthLabel(Number(month)) })
    const to = stage ?? 'opportunity'
    if (name === 'annual') return t('annualOf', { stage: stageLabel(to) })
    if (name === 'inYear') return t('inYearOf', { stage: stageLabel(to) })
    if (name === 'opportunitiesPerPerson') return t('opportunitiesPerPerson', { stage: stageLabel(to) })
    const from = stages[stages.indexOf(to) - 1] ?? to
    const transition = t('transitionOf', { from: stageLabel(from), to: stageLabel(to) })
    return t(name === 'lag' ? 'lagOf' : 'rateOf', { transition })
  }
  function textOf({ kind, name }: Difference, value: PlanValue): string {
    if (value === null) return name === 'inPlan' ? t('notInPlan') : '—'
    if (kind === 'amount') return `${amount(Number(value))} ${amountLabel}`
    if (kind === 'count') return count(Number(value))
    if (kind === 'fraction') return `${percentText(String(value))}%`
    if (kind === 'flag') return name === 'inPlan' ? t('inPlan') : t(value ? 'yes' : 'no')
    if (kind === 'stage') return stageLabel(String(value))
    if (kind === 'lag') return lagText(value)
    return isKeyOf(CHOICES, value) ? t(CHOICES[value]) : String(value)
  }
  const lagText = (value: PlanValue) =>
    typeof value === 'object' && value !== null
      ? t('curveShares', { shares: value.map(percentText).join(' / ') })
      : t('lagMonths', { lag: String(value) })
  function changeOf({ kind, left, right }: Difference): string {
    if (typeof left !== 'number' || typeof right !== 'number') return ''
    const style = { unit: 'yen', currency: kind === 'amount' ? currency : 'JPY', locale, signed: true } as const
    return formatMoney(right - left, style)
  }
  return { nameOf, textOf, changeOf }
}
