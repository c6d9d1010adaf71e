'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card } from '../ui/card'
import { NumberField } from './number-field'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'

/** What sales can take on in a month, and the months whose opportunities exceed it. */
export function CapacityCard({ readOnly }: { readonly readOnly: boolean }) {
  const t = useTranslations('plan')
  const { stageLabel } = usePlanView()
  return (
    <Card title={t('capacity')} hint={t('capacityHint')}>
      <div className="grid gap-1.5">
        <NumberField
          field="salesPeople"
          kind="decimal"
          label={t('salesPeople')}
          readOnly={readOnly}
          unit={t('people')}
          boxClassName="w-28"
        />
        <NumberField
          field="opportunitiesPerPerson"
          kind="decimal"
          label={t('opportunitiesPerPerson', { stage: stageLabel('opportunity') })}
          readOnly={readOnly}
          unit={t('cases')}
          boxClassName="w-28"
        />
        <Finding />
      </div>
    </Card>
  )
}

function Finding() {
  const t = useTranslations('plan')
  const { count, monthLabel, stageLabel } = usePlanView()
  const capacity = usePlan((state) => state.capacity)
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
