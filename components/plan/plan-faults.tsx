'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useCallback } from 'react'
import type { PlanFault } from '#lib/funnel/fault'
import { usePlanView } from './plan-view'
import { useFault } from './use-plan'

/** A fault as a sentence in the person's language, amounts written out. */
export function useFaultSentence(): (fault: PlanFault) => string {
  const t = useTranslations('errors')
  const { amount, amountLabel, locale } = usePlanView()
  return useCallback(
    ({ message, values }) => {
      const money = (value: string | number | undefined) =>
        typeof value === 'number' ? amount(value) + (locale === 'ja' ? amountLabel : ` ${amountLabel}`) : ''
      return t(message, { ...values, least: money(values.least), difference: money(values.difference) })
    },
    [t, amount, amountLabel, locale],
  )
}

export const faultId = (field: string): string => `fault-${field.replaceAll('.', '-')}`

/** The sentence of a field that stands in a row or a grid, where no Field holds it. */
export const FaultLine = memo(function FaultLine({ field, name }: { readonly field: string; readonly name?: string }) {
  const fault = useFault(field)
  const sentence = useFaultSentence()
  if (!fault) return null
  return (
    <p id={faultId(field)} className="mt-1 flex gap-1.5 text-small text-bad">
      <TriangleAlert aria-hidden="true" size={14} className="mt-0.75 shrink-0" />
      <span>
        {name !== undefined && <strong className="mr-1.5">{name}</strong>}
        {sentence(fault)}
      </span>
    </p>
  )
})
