'use client'

import { useTranslations } from 'next-intl'
import { Figure } from '../kpi/figure'
import { NumberField } from './number-field'
import { hasGoal } from './plan-form'
import { usePlanView } from './plan-view'
import { useGoals } from './use-plan'

const GOALS = ['revenueGoal', 'existing', 'salesSourced'] as const

/** KGI, the two parts that marketing does not bring, and what is left for marketing. */
export function GoalFields({ readOnly }: { readonly readOnly: boolean }) {
  const t = useTranslations('plan')
  const { amountLabel } = usePlanView()
  return (
    <div className="grid gap-1.5">
      {GOALS.map((key) => (
        <NumberField
          key={key}
          field={key}
          kind="amount"
          label={t(key)}
          readOnly={readOnly}
          unit={amountLabel}
          boxClassName="w-44"
        />
      ))}
      <div className="mt-1 flex items-baseline justify-between gap-3 border-t border-border-strong pt-2.5 pr-2.25">
        <span className="font-strong">{t('marketingGoal')}</span>
        <span aria-live="polite">
          <MarketingGoal />
        </span>
      </div>
    </div>
  )
}

function MarketingGoal() {
  const { amount, amountLabel } = usePlanView()
  const goal = useGoals(({ figures }) => (hasGoal(figures) ? figures.marketingGoal : null))
  return <Figure size="inline" value={amount(goal)} unit={amountLabel} className="text-title text-accent" />
}
