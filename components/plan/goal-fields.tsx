'use client'

import { useTranslations } from 'next-intl'
import { Figure } from '../kpi/figure'
import { NumberField } from './number-field'
import { hasGoal, type PlanForm } from './plan-form'
import { usePlanView } from './plan-view'
import type { PlanFormState } from './use-plan-form'

type GoalFieldsProps = Pick<PlanFormState, 'form' | 'figures' | 'change'> & { readonly readOnly: boolean }

type GoalKey = keyof Pick<PlanForm, 'revenueGoal' | 'existing' | 'salesSourced'>
const GOALS = ['revenueGoal', 'existing', 'salesSourced'] as const satisfies readonly GoalKey[]

/** KGI, the two parts that marketing does not bring, and what is left for marketing. */
export function GoalFields({ form, figures, change, readOnly }: GoalFieldsProps) {
  const t = useTranslations('plan')
  const { amount, amountLabel } = usePlanView()
  return (
    <div className="grid gap-1.5">
      {GOALS.map((key) => (
        <NumberField
          key={key}
          field={key}
          kind="amount"
          label={t(key)}
          text={form[key]}
          onText={(text) => change({ [key]: text })}
          readOnly={readOnly}
          unit={amountLabel}
          boxClassName="w-44"
        />
      ))}
      <div className="mt-1 flex items-baseline justify-between gap-3 border-t border-border-strong pt-2.5 pr-2.25">
        <span className="font-strong">{t('marketingGoal')}</span>
        <span aria-live="polite">
          <Figure
            size="inline"
            value={amount(hasGoal(figures) ? figures.marketingGoal : null)}
            unit={amountLabel}
            className="text-title text-accent"
          />
        </span>
      </div>
    </div>
  )
}
