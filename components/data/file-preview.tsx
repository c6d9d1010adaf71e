'use client'

import { useTranslations } from 'next-intl'
import type { Inspection } from '#lib/import/inspection'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'

/** Columns that are drawn; a file may have a thousand. */
const MOST = 30

/** The file's first rows as they stand, with the row of the headers marked. */
export function FilePreview({ inspection }: { readonly inspection: Inspection }) {
  const t = useTranslations('data.reading')
  const { top, reading } = inspection
  const width = Math.min(MOST, Math.max(0, ...top.map((row) => row.length)))
  return (
    <Card title={t('preview')} hint={t('previewHint')} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section aria-label={t('preview')} tabIndex={0} className="relative overflow-x-auto">
        <table className="border-separate border-spacing-0 text-small">
          <tbody>
            {top.map((row, i) => {
              const isHeader = i === reading.headerRow
              return (
                <tr key={i} className={classes('h-7', isHeader && 'bg-accent-soft font-strong text-accent')}>
                  <th
                    scope="row"
                    className="sticky left-0 border-t border-r border-r-border-strong bg-surface-2 px-2.5 text-right text-micro font-regular whitespace-nowrap text-text-2"
                  >
                    {isHeader ? t('header') : i + 1}
                  </th>
                  {Array.from({ length: width }, (_, c) => (
                    <td key={c} className="max-w-60 truncate border-t px-2.5 whitespace-nowrap">
                      {row[c]}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
