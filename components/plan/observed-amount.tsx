'use client'

import { useTranslations } from 'next-intl'
import type { AmountEvidence } from '#lib/funnel/evidence'
import { usePlanView } from './plan-view'

type ObservedAmountProps = {
  readonly evidence: AmountEvidence | null
  readonly readOnly: boolean
  /** The observed amount holds a fixed cost that the plan counts apart: shown, not taken over. */
  readonly withFixed?: boolean
  /** Takes it over, rounded to the minor unit. */
  readonly onAdopt: (amount: number) => void
}

/** Under an assumed amount: the observed one and of how many; a press takes it over. Nothing without a count. */
export function ObservedAmount({ evidence, readOnly, withFixed = false, onAdopt }: ObservedAmountProps) {
  const t = useTranslations('plan')
  const { amountInFull, count } = usePlanView()
  if (!evidence || evidence.value === null) return null
  const amount = Math.round(evidence.value)
  const words = t(withFixed ? 'observedWithFixed' : 'observedAmount', {
    amount: amountInFull(amount),
    count: count(evidence.count),
  })
  if (readOnly || withFixed || amount <= 0) return <p className="text-right text-small text-text-3">{words}</p>
  return (
    <p className="text-right text-small">
      <button
        type="button"
        onClick={() => onAdopt(amount)}
        className="rounded-1 text-accent underline-offset-3 hover:underline"
      >
        {words}
        <span className="sr-only">{t('useIt')}</span>
      </button>
    </p>
  )
}
