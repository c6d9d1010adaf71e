'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '#lib/format'
import type { ImportState } from '#lib/records/import'
import { Button } from '../ui/button'
import { ButtonLink } from '../ui/button-link'
import { Chip, type ChipTone } from '../ui/chip'
import type { ListedImport } from './listed-import'

const TONE: Record<ImportState, ChipTone> = {
  running: 'accent',
  done: 'good',
  undone: 'neutral',
  failed: 'bad',
  interrupted: 'watch',
}

type ImportRowProps = { readonly each: ListedImport; readonly onUndo: (() => void) | null }

/** One import: what became of its rows, and what may be done about it. */
export function ImportRow({ each, onUndo }: ImportRowProps) {
  const t = useTranslations('data.list')
  const kinds = useTranslations('data.kinds')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { counts, state, fileName } = each
  const count = (rows: number) => formatCount(rows, { locale })
  const values = { created: count(counts.created), updated: count(counts.updated), unchanged: count(counts.unchanged) }
  const hasWritten = counts.created + counts.updated > 0
  const canUndo = (state === 'done' || state === 'interrupted') && hasWritten
  return (
    <tr className="h-9 [&>*]:border-t [&>*]:px-2 [&>*]:first:pl-4 [&>*]:last:pr-4">
      <td className="whitespace-nowrap text-text-2">{each.at}</td>
      <th scope="row" className="max-w-72 truncate text-left font-strong" title={fileName}>
        {fileName}
      </th>
      <td className="whitespace-nowrap">{kinds(each.kind)}</td>
      <td>
        <Chip small tone={TONE[state]}>
          {t(`states.${state}`)}
        </Chip>
      </td>
      <td className="whitespace-nowrap">
        {state === 'failed' || state === 'running' ? '—' : t('countsOf', values)}
        {counts.faulty > 0 && <span className="ml-2 text-bad">{t('faultyOf', { faulty: count(counts.faulty) })}</span>}
        {state === 'interrupted' && <span className="block text-micro text-text-2">{t('interruptedHint')}</span>}
      </td>
      <td className="whitespace-nowrap text-text-2">{each.by}</td>
      <td className="text-right whitespace-nowrap">
        {onUndo && state === 'interrupted' && (
          <ButtonLink variant="text" size="small" href="/data/import">
            {t('again')}
          </ButtonLink>
        )}
        {onUndo && canUndo && (
          <Button variant="text" size="small" aria-label={t('undoOf', { file: fileName })} onClick={onUndo}>
            {t('undo')}
          </Button>
        )}
      </td>
    </tr>
  )
}
