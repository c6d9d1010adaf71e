import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatMonth } from '#lib/format'
import { Chip } from '../ui/chip'
import type { AttributionFrame } from './attribution-props'

/** Up to which month the figures are closed. */
export function ClosedChip({ closedThrough, style }: Pick<AttributionFrame, 'closedThrough' | 'style'>) {
  const t = useTranslations('attribution')
  if (closedThrough === null) return null
  return (
    <Chip icon={<Lock aria-hidden="true" size={11} />}>
      {t('closedThrough', { month: formatMonth(closedThrough, style.locale) })}
    </Chip>
  )
}
