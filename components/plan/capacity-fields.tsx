'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SalesCapacity } from '#lib/funnel/capacity'
import { NumberField } from './number-field'
import { usePlanView } from './plan-view'
import type { PlanFormState } from './use-plan-form'

type CapacityFieldsProps = Pick<PlanFormState, 'form' | 'change'> & {
  readonly capacity: SalesCapacity | null
  readonly readOnly: boolean
}

/** What sales can take on in a month, and the months whose opportunities exceed it. */
export function CapacityFields({ form, change, capacity, readOnly }: CapacityFieldsProps) {
  const t = useTranslations('plan')
  const { stageLabel } = usePlanView()
  return (
    <div className="grid gap-2">
      <h3>{t('capacity')}</h3>
      <NumberField
        field="salesPeople"
        kind="decimal"
        label={t('salesPeople')}
        text={form.salesPeople}
        onText={(salesPeople) => change({ salesPeople })}
        readOnly={readOnly}
        unit={t('people')}
        boxClassName="w-44"
      />
      <NumberField
        field="opportunitiesPerPerson"
        kind="decimal"
        label={t('opportunitiesPerPerson', { stage: stageLabel('opportunity') })}
        text={form.opportunitiesPerPerson}
        onText={(opportunitiesPerPerson) => change({ opportunitiesPerPerson })}
        readOnly={readOnly}
        unit={t('cases')}
        boxClassName="w-44"
      />
      <Finding capacity={capacity} />
    </div>
  )
}

function Finding({ capacity }: Pick<CapacityFieldsProps, 'capacity'>) {
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
