'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EXPORT_TABLES } from '#lib/export/table-names'
import { buttonLook } from '../ui/button-look'
import { Card } from '../ui/card'

const FORMATS = ['csv', 'xlsx', 'cp932'] as const

/** Every table in every form, as plain links: a download shows its own progress. */
export function ExportCard() {
  const t = useTranslations('data.export')
  const address = (table: string, format: string) => `/api/data/export/${table}?format=${format}`
  return (
    <Card title={t('title')} hint={t('hint')} flush>
      <ul>
        {EXPORT_TABLES.map((table) => (
          <li key={table} className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-t px-4 py-1">
            <span className="min-w-24 flex-1">{t(`tables.${table}`)}</span>
            {FORMATS.map((format) => (
              <a
                key={format}
                href={address(table, format)}
                download
                aria-label={t('of', { table: t(`tables.${table}`), format: t(format) })}
                className="text-small whitespace-nowrap text-accent underline-offset-3 hover:underline pointer-coarse:py-3"
              >
                {t(format)}
              </a>
            ))}
            <a
              href={address(table, 'replaced')}
              download
              aria-label={`${t(`tables.${table}`)} ${t('replaced')}`}
              className="text-small whitespace-nowrap text-text-3 underline-offset-3 hover:underline pointer-coarse:py-3"
            >
              {t('replaced')}
            </a>
          </li>
        ))}
      </ul>
      <div className="grid gap-2 border-t px-4 py-3 text-small text-text-2">
        <p>{t('replacedHint')}</p>
        <a href={address('all', 'xlsx')} download className={buttonLook({ className: 'justify-self-start' })}>
          <Download aria-hidden="true" size={14} />
          {t('wholeButton')}
        </a>
        <p className="text-text-3">{t('wholeHint')}</p>
      </div>
    </Card>
  )
}
