'use client'

import { useTranslations } from 'next-intl'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

/** Closed months are being corrected: with which reason, and how to stop. */
export function CorrectionBanner({ reason, onEnd }: { readonly reason: string; readonly onEnd: () => void }) {
  const t = useTranslations('actuals')
  return (
    <Banner tone="watch" className="shrink-0">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">{t('correcting', { reason })}</span>
        <Button size="small" onClick={onEnd}>
          {t('endCorrection')}
        </Button>
      </span>
    </Banner>
  )
}
