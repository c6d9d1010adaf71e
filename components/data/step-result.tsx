'use client'

import { CircleCheck, Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '#lib/format'
import { Button } from '../ui/button'
import { ButtonLink } from '../ui/button-link'
import { buttonLook } from '../ui/button-look'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { CountFigures } from './count-figures'
import type { ImportSteps } from './use-import'

/** What became of the rows, the file of the faulty ones, and where to go from here. */
export function StepResult({ steps }: { readonly steps: ImportSteps }) {
  const t = useTranslations('data')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { outcome } = steps.state
  if (!outcome) return null
  const { counts, faulty, skipped } = outcome
  const written = counts.created + counts.updated
  return (
    <Card>
      <div className="grid gap-4">
        <div className="flex items-center gap-2.5" role="status">
          <CircleCheck aria-hidden="true" size={20} className="text-good" />
          <div>
            <h2 className="text-title">
              {written > 0 ? t('result.done', { count: formatCount(written, { locale }) }) : t('result.nothing')}
            </h2>
            {written === 0 && faulty === 0 && <p className="text-small text-text-2">{t('result.nothingHint')}</p>}
          </div>
        </div>
        <CountFigures
          figures={[
            { key: 'created', label: t('result.created'), count: counts.created, isStrong: true },
            { key: 'updated', label: t('result.updated'), count: counts.updated },
            { key: 'unchanged', label: t('result.unchanged'), count: counts.unchanged },
            ...(counts.older > 0 ? [{ key: 'older', label: t('result.older'), count: counts.older }] : []),
            { key: 'faulty', label: t('result.faulty'), count: faulty, isBad: faulty > 0 },
            { key: 'skipped', label: t('result.skipped'), count: skipped },
          ]}
        />
        {faulty > 0 && (
          <div className="grid justify-items-start gap-1.5">
            <a href={`/api/data/faulty/${steps.fileId()}`} download className={buttonLook({})}>
              <Download aria-hidden="true" size={14} />
              {t('result.download')}
            </a>
            <p className="text-small text-text-2">{t('result.downloadHint')}</p>
          </div>
        )}
        <p className="leading-text text-small text-text-2">
          {t('result.next')} <TextLink href="/settings/counting">{t('result.counting')}</TextLink>
        </p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink variant="primary" href="/data">
            {t('toList')}
          </ButtonLink>
          <Button onClick={steps.startOver}>{t('startOver')}</Button>
        </div>
      </div>
    </Card>
  )
}
