'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatMonth } from '#lib/format'
import type { Month } from '#lib/month'
import { Chip } from '../ui/chip'
import { useHeadFrame } from './attribution-frame'

/** Up to which month the figures are closed; null: none is. */
export function ClosedChip({ through }: { readonly through: Month | null }) {
  const t = useTranslations('attribution')
  const { style } = useHeadFrame()
  if (through === null) return null
  return (
    <Chip icon={<Lock aria-hidden="true" size={11} />}>
      {t('closedThrough', { month: formatMonth(through, style.locale) })}
    </Chip>
  )
}
