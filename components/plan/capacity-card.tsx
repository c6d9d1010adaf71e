'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SalesCapacity } from '#lib/funnel/capacity'
import { Card } from '../ui/card'
import { NumberField } from './number-field'
import { usePlanView } from './plan-view'
import type { PlanFormState } from './use-plan-form'

type CapacityCardProps = Pick<PlanFormState, 'form' | 'change'> & {
  readonly capacity: SalesCapacity | null
  readonly readOnly: boolean
}

/** What sales can take on in a month, and the months whose opportunities exceed it. */
export function CapacityCard({ form, change, capacity, readOnly }: CapacityCardProps) {
  const t = useTranslations('plan')
  const { stageLabel } = usePlanView()
  return (
    <Card title={t('capacity')} hint={t('capacityHint')}>
      <div className="grid gap-1.5">
        <NumberField
          field="salesPeople"
          kind="decimal"
          label={t('salesPeople')}
          text={form.salesPeople}
          onText={(salesPeople) => change({ salesPeople })}
          readOnly={readOnly}
          unit={t('people')}
          boxClassName="w-28"
        />
        <NumberField
          field="opportunitiesPerPerson"
          kind="decimal"
          label={t('opportunitiesPerPerson', { stage: stageLabel('opportunity') })}
          text={form.opportunitiesPerPerson}
          onText={(opportunitiesPerPerson) => change({ opportunitiesPerPerson })}
          readOnly={readOnly}
          unit={t('cases')}
          boxClassName="w-28"
        />
        <Finding capacity={capacity} />
      </div>
    </Card>
  )
}

function Finding({ capacity }: Pick<CapacityCardProps, 'capacity'>) {
  const t = useTranslations('plan')
  const { count, monthLabel, stageLabel } = usePlanView()
  if (!capacity) return <p className="text-small text-text-3">{t('capacityUnset')}</p>
  const { perMonth, monthsOver, opportunities } = capacity
  const isOver = monthsOver.length > 0
  const words = t(isOver ? 'capacityOver' : 'capacityWithin', {
    // What sales can handle is counted in whole opportunities.
    capacity: count(Math.floor(perMonth)),
    most: count(Math.max(...opportunities)),
    months: monthsOver.map(monthLabel).join(t('and')),
    stage: stageLabel('opportunity'),
  })
  return (
    <p className={isOver ? 'flex gap-1.5 text-small text-watch' : 'text-small text-text-2'}>
      {isOver && <TriangleAlert aria-hidden="true" size={14} className="mt-0.75 shrink-0" />}
      <span>{words}</span>
    </p>
  )
}
