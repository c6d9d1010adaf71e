'use client'

import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner'
import { Button } from '#components/ui/button'

/** A page that could not be drawn; the number is that of the server's log entry. */
export default function PageFault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common')
  return (
    <main className="mx-auto grid min-h-dvh max-w-130 content-center px-4">
      <Banner
        tone="bad"
        title={t('faultTitle')}
        reference={error.digest ? t('reference', { reference: error.digest }) : undefined}
        actions={<Button onClick={reset}>{t('reload')}</Button>}
      >
        {t('faultBody')}
      </Banner>
    </main>
  )
}
