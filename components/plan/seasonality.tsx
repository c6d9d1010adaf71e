'use client'

import { useTranslations } from 'next-intl'
import type { PlanDraft } from '#lib/input/plan-draft'
import { Segmented } from '../ui/segmented'
import { amountText } from './field-text'
import { NumberCell } from './number-field'
import { FaultLine } from './plan-faults'
import type { PlanGoals } from './plan-state'
import { usePlanView } from './plan-view'
import { useGoals, usePlanStore } from './use-plan'

type SpreadKind = PlanDraft['spread']['kind']

const MONTHS = Array.from({ length: 12 }, (_, month) => month)

/** How the year's goals fall on its months: twelve weights under their bars, or twelve amounts. */
export function Seasonality({ readOnly }: { readonly readOnly: boolean }) {
  const t = useTranslations('plan')
  const { currency, monthLabel } = usePlanView()
  const plan = usePlanStore()
  const kind = useGoals(({ form }) => form.spread.kind)

  function choose(chosen: SpreadKind) {
    const { form, figures } = plan.state
    // The first look at the amounts starts from what the weights give.
    const untouched = chosen === 'amounts' && form.spread.amounts.every((text) => text === '')
    const amounts = untouched ? figures.goalByMonth.map((goal) => amountText(goal, currency)) : form.spread.amounts
    plan.change({ spread: { ...form.spread, kind: chosen, amounts } })
  }

  const Months = kind === 'weights' ? Weights : Amounts
  return (
    <div>
      <div className="mb-2 flex items-center justify-between gap-2">
        <h3>{t('seasonality')}</h3>
        <Segmented<SpreadKind>
          small
          label={t('seasonality')}
          value={kind}
          onChange={(chosen) => !readOnly && choose(chosen)}
          segments={[
            { value: 'weights', label: t('weights'), disabled: readOnly && kind !== 'weights' },
            { value: 'amounts', label: t('amounts'), disabled: readOnly && kind !== 'amounts' },
          ]}
        />
      </div>
      <Months readOnly={readOnly} />
      <FaultLine field="spread" />
      {MONTHS.map((month) => (
        <FaultLine key={month} field={`spread.${month}`} name={monthLabel(month)} />
      ))}
    </div>
  )
}

type MonthsProps = { readonly readOnly: boolean }

function Weights({ readOnly }: MonthsProps) {
  const t = useTranslations('plan')
  const { monthLabel } = usePlanView()
  return (
    <ol className="grid grid-cols-12 items-end gap-1 max-tablet:grid-cols-6 max-tablet:gap-y-2">
      {MONTHS.map((month) => (
        <li key={month} className="grid gap-0.5">
          <Bar month={month} />
          <NumberCell
            field={`spread.${month}`}
            kind="decimal"
            name={t('monthWeight', { month: monthLabel(month) })}
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

const BAR = 32

function Bar({ month }: { readonly month: number }) {
  const height = useGoals((goals) => 2 + Math.round(BAR * partOfLargest(goals, month) * 10) / 10)
  return (
    <span
      aria-hidden="true"
      className="rounded-t-[2px] border border-b-2 border-accent-line border-b-accent bg-accent-soft"
      style={{ height }}
    />
  )
}

/** A month's goal ÷ the largest month's. Before there is a goal the bars show the weights themselves. */
function partOfLargest({ figures: { goalByMonth }, form }: PlanGoals, month: number): number {
  const hasGoal = goalByMonth.some((goal) => goal > 0)
  const heights = hasGoal ? goalByMonth : form.spread.weights.map((text) => Number(text) || 0)
  return Math.max(0, heights[month] ?? 0) / (Math.max(...heights) || 1)
}

function Amounts({ readOnly }: MonthsProps) {
  const t = useTranslations('plan')
  const { amountLabel, monthLabel } = usePlanView()
  return (
    <ol className="grid grid-flow-col grid-cols-2 grid-rows-6 gap-x-4 gap-y-1">
      {MONTHS.map((month) => (
        <li key={month} className="grid grid-cols-[32px_minmax(0,1fr)] items-center gap-1">
          <span aria-hidden="true" className="text-small text-text-2">
            {monthLabel(month)}
          </span>
          <NumberCell
            field={`spread.${month}`}
            kind="amount"
            name={t('monthAmount', { month: monthLabel(month) })}
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
