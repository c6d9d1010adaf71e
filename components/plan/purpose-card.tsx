'use client'

import { useTranslations } from 'next-intl'
import { Card } from '../ui/card'
import { TextArea } from '../ui/input'
import { usePlan, usePlanStore } from './use-plan'

type PurposeCardProps = {
  /** What the shown version says, to somebody who may not change it. */
  readonly shown: string
  readonly readOnly: boolean
}

const LENGTH = 2000

/** Why this version was made; it is saved with it and becomes the reason when the version is activated. */
export function PurposeCard({ shown, readOnly }: PurposeCardProps) {
  const t = useTranslations('plan')
  const plan = usePlanStore()
  const typed = usePlan((state) => state.reason)
  const reason = readOnly ? shown : typed
  if (readOnly && reason === '') return null
  return (
    <Card title={t('draftReason')} hint={readOnly ? undefined : t('draftReasonHint')}>
      {readOnly ? (
        <p className="whitespace-pre-line">{reason}</p>
      ) : (
        <TextArea
          aria-label={t('draftReason')}
          rows={3}
          maxLength={LENGTH}
          value={reason}
          onChange={(event) => plan.explain(event.target.value)}
          className="block w-full"
        />
      )}
    </Card>
  )
}
