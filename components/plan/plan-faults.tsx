'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import type { PlanFault } from '#lib/funnel/fault'
import { usePlanView } from './plan-view'

type ShownFaults = {
  readonly byField: ReadonlyMap<string, PlanFault>
  /** Blank fields are named only once somebody asked to activate the plan. */
  readonly withBlanks: boolean
}

/** The field under the cursor that had no fault when it was entered: a sentence waits until it is left. */
type Typing = { readonly field: string | null; readonly enter: (field: string) => void; readonly leave: () => void }

const FaultsContext = createContext<ShownFaults & Typing>({
  byField: new Map(),
  withBlanks: false,
  field: null,
  enter: () => {},
  leave: () => {},
})

export function FaultsProvider({ children, ...shown }: ShownFaults & { readonly children: ReactNode }) {
  const [field, setField] = useState<string | null>(null)
  const enter = (entered: string) => setField(shown.byField.has(entered) ? null : entered)
  return <FaultsContext value={{ ...shown, field, enter, leave: () => setField(null) }}>{children}</FaultsContext>
}

export function useTyping(): Pick<Typing, 'enter' | 'leave'> {
  return useContext(FaultsContext)
}

/** The fault to show at a field, or null. */
export function useFault(field: string): PlanFault | null {
  const { byField, withBlanks, field: typed } = useContext(FaultsContext)
  const fault = byField.get(field)
  return fault && field !== typed && (withBlanks || !fault.message.endsWith('Missing')) ? fault : null
}

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
export function FaultLine({ field, name }: { readonly field: string; readonly name?: string }) {
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
}
