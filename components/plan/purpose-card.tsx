'use client'

import { useTranslations } from 'next-intl'
import { Card } from '../ui/card'
import { TextArea } from '../ui/input'

type PurposeCardProps = {
  readonly reason: string
  readonly readOnly: boolean
  readonly onReason: (reason: string) => void
}

const LENGTH = 2000

/** Why this version was made; it is saved with it and becomes the reason when the version is activated. */
export function PurposeCard({ reason, readOnly, onReason }: PurposeCardProps) {
  const t = useTranslations('plan')
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
          onChange={(event) => onReason(event.target.value)}
          className="block w-full"
        />
      )}
    </Card>
  )
}
