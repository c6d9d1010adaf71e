'use client'

import { useTranslations } from 'next-intl'
import { buttonLook } from '../components/ui/button-look'

/** A page that could not be drawn; the number is that of the server's log entry. Small: it comes along with every page. */
export default function PageFault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common')
  return (
    <main className="mx-auto grid min-h-dvh max-w-110 content-center gap-4 px-4">
      <div role="alert" className="grid gap-4">
        <h1 className="text-figure-s font-strong">{t('faultTitle')}</h1>
        <p className="text-read">{t('faultBody')}</p>
        {error.digest && <p className="text-small text-text-2">{t('reference', { reference: error.digest })}</p>}
      </div>
      <div>
        <button type="button" onClick={reset} className={buttonLook({ variant: 'primary' })}>
          {t('reload')}
        </button>
      </div>
    </main>
  )
}
