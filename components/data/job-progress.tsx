'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '#lib/format'
import { Card } from '../ui/card'
import { ProgressBar } from '../ui/progress-bar'
import type { ImportState } from './import-state'

/** Long work under way: what, how far, and whether one may leave. */
export function JobCard({ job }: { readonly job: NonNullable<ImportState['job']> }) {
  const t = useTranslations('data.job')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { progress } = job
  return (
    <Card title={t(job.kind)}>
      <div className="grid gap-3">
        <ProgressBar share={progress && progress.bytes / Math.max(1, progress.total)} label={t(job.kind)} />
        <p role="status" className="min-h-5 text-small text-text-2">
          {progress && progress.rows > 0 && t('rows', { rows: formatCount(progress.rows, { locale }) })}
        </p>
        {job.kind === 'run' && <p className="leading-text text-small text-text-2">{t('leave')}</p>}
      </div>
    </Card>
  )
}
