'use client'

import { useTranslations } from 'next-intl'
import type { PlanDraft } from '#lib/input/plan-draft'
import { Segmented } from '../ui/segmented'
import { amountText } from './field-text'
import { NumberCell } from './number-field'
import { FaultLine } from './plan-faults'
import type { PlanForm } from './plan-form'
import { usePlanView } from './plan-view'
import type { PlanFormState } from './use-plan-form'

type SeasonalityProps = Pick<PlanFormState, 'form' | 'figures' | 'change'> & { readonly readOnly: boolean }
type SpreadKind = PlanDraft['spread']['kind']

/** How the year's goals fall on its months: twelve weights under their bars, or twelve amounts. */
export function Seasonality({ form, figures, change, readOnly }: SeasonalityProps) {
  const t = useTranslations('plan')
  const { currency, monthLabel } = usePlanView()
  const { spread } = form

  function choose(kind: SpreadKind) {
    // The first look at the amounts starts from what the weights give.
    const untouched = kind === 'amounts' && spread.amounts.every((text) => text === '')
    const amounts = untouched ? figures.goalByMonth.map((goal) => amountText(goal, currency)) : spread.amounts
    change({ spread: { ...spread, kind, amounts } })
  }
  function changeMonth(month: number, text: string) {
    const list = spread.kind === 'weights' ? 'weights' : 'amounts'
    change({ spread: { ...spread, [list]: spread[list].with(month, text) } })
  }

  const Months = spread.kind === 'weights' ? Weights : Amounts
  return (
    <div>
      <div className="mb-2 flex items-center justify-between gap-2">
        <h3>{t('seasonality')}</h3>
        <Segmented<SpreadKind>
          small
          label={t('seasonality')}
          value={spread.kind}
          onChange={(kind) => !readOnly && choose(kind)}
          segments={[
            { value: 'weights', label: t('weights'), disabled: readOnly && spread.kind !== 'weights' },
            { value: 'amounts', label: t('amounts'), disabled: readOnly && spread.kind !== 'amounts' },
          ]}
        />
      </div>
      <Months spread={spread} goalByMonth={figures.goalByMonth} onMonth={changeMonth} readOnly={readOnly} />
      <FaultLine field="spread" />
      {spread[spread.kind].map((_, month) => (
        <FaultLine key={monthLabel(month)} field={`spread.${month}`} name={monthLabel(month)} />
      ))}
    </div>
  )
}

type MonthsProps = {
  readonly spread: PlanForm['spread']
  readonly goalByMonth: readonly number[]
  readonly onMonth: (month: number, text: string) => void
  readonly readOnly: boolean
}

const BAR = 32

function Weights({ spread, goalByMonth, onMonth, readOnly }: MonthsProps) {
  const t = useTranslations('plan')
  const { monthLabel } = usePlanView()
  // Before there is a goal the bars show the weights themselves.
  const heights = goalByMonth.some((goal) => goal > 0) ? goalByMonth : spread.weights.map((text) => Number(text) || 0)
  const most = Math.max(...heights) || 1
  return (
    <ol className="grid grid-cols-12 items-end gap-1 max-tablet:grid-cols-6 max-tablet:gap-y-2">
      {spread.weights.map((text, month) => (
        <li key={monthLabel(month)} className="grid gap-0.5">
          <span
            aria-hidden="true"
            className="rounded-t-[2px] border border-b-2 border-accent-line border-b-accent bg-accent-soft"
            style={{ height: 2 + (BAR * Math.max(0, heights[month] ?? 0)) / most }}
          />
          <NumberCell
            field={`spread.${month}`}
            kind="decimal"
            name={t('monthWeight', { month: monthLabel(month) })}
            text={text}
            onText={(typed) => onMonth(month, typed)}
            readOnly={readOnly}
            boxClassName="h-7! px-0.5!"
            className="text-center! text-small"
          />
          <span aria-hidden="true" className="text-center text-micro text-text-3">
            {monthLabel(month).replace('月', '')}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Amounts({ spread, onMonth, readOnly }: MonthsProps) {
  const t = useTranslations('plan')
  const { amountLabel, monthLabel } = usePlanView()
  return (
    <ol className="grid grid-flow-col grid-cols-2 grid-rows-6 gap-x-4 gap-y-1">
      {spread.amounts.map((text, month) => (
        <li key={monthLabel(month)} className="grid grid-cols-[32px_minmax(0,1fr)] items-center gap-1">
          <span aria-hidden="true" className="text-small text-text-2">
            {monthLabel(month)}
          </span>
          <NumberCell
            field={`spread.${month}`}
            kind="amount"
            name={t('monthAmount', { month: monthLabel(month) })}
            text={text}
            onText={(typed) => onMonth(month, typed)}
            readOnly={readOnly}
            unit={amountLabel}
            boxClassName="h-7!"
            className="text-small"
          />
        </li>
      ))}
    </ol>
  )
}
