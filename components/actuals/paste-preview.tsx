'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isLock } from '#lib/actuals/entry-kind'
import type { Misfit } from '#lib/actuals/fit'
import type { GridRow } from '#lib/actuals/grid'
import { LAST_MONTH } from '#lib/actuals/move'
import type { Pasted } from '#lib/actuals/paste'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { TextInput } from '../ui/input'
import type { Words } from './use-words'

type PastePreviewProps = {
  readonly pasted: Pasted
  readonly rows: readonly GridRow[]
  readonly words: Words
  /** Why closed months are being corrected already; null: nobody has said. */
  readonly reason: string | null
  readonly onAnswer: (answer: { readonly reason: string | null } | null) => void
}

/** Before a block is pasted of which something does not fit: what, where and why, and what to do. */
export function PastePreview({ pasted, rows, words, reason, onAnswer }: PastePreviewProps) {
  const t = useTranslations('actuals')
  const [why, setWhy] = useState('')
  const given = reason ?? (why.trim() === '' ? null : why.trim())
  const { corrections, unfit, taken } = pasted
  const fits = taken.length - (given === null ? corrections.length : 0)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onAnswer(null)}
      title={t('previewTitle')}
      description={t('previewBody', { all: taken.length + unfit.length, fits })}
      actions={
        <>
          <Button onClick={() => onAnswer(null)}>{t('cancel')}</Button>
          <Button variant="primary" disabled={fits === 0} onClick={() => onAnswer({ reason: given })}>
            {t('pasteFitting')}
          </Button>
        </>
      }
    >
      {corrections.length > 0 && reason === null && (
        <Field className="mb-3" label={t('previewClosed', { count: corrections.length })} hint={t('previewClosedHint')}>
          <TextInput value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
      )}
      <UnfitTable pasted={pasted} rows={rows} words={words} closedToo={given === null} />
    </Dialog>
  )
}

type UnfitLine = { readonly row: number; readonly month: number; readonly text: string; readonly why: Misfit }

function UnfitTable({
  pasted,
  rows,
  words,
  closedToo,
}: Pick<PastePreviewProps, 'pasted' | 'rows' | 'words'> & { readonly closedToo: boolean }) {
  const t = useTranslations('actuals')
  const faults = useTranslations('errors')
  const places = new Map(rows.map((row, at) => [row.key, at]))
  const closed = closedToo
    ? pasted.corrections.map(({ row, month, after }): UnfitLine => {
        const at = places.get(row) ?? 0
        const one = rows[at]
        return { row: at, month, text: one ? words.value(one, after) : '', why: 'closed' }
      })
    : []
  const lines: readonly UnfitLine[] = [...pasted.unfit, ...closed]
  const reasonOf = (why: Misfit) =>
    why === 'outside' || why === 'closed' || isLock(why) ? t(`misfit.${why}`) : faults(why)
  const placeOf = ({ row, month }: UnfitLine) => {
    const one = rows[row]
    return one === undefined || month > LAST_MONTH ? t('beyond') : words.cell(one, month)
  }
  if (lines.length === 0) return null
  return (
    <table className="w-full text-small">
      <thead>
        <tr className="text-left text-micro text-text-3">
          <th scope="col" className="py-1 pr-3 font-regular whitespace-nowrap">
            {t('previewCell')}
          </th>
          <th scope="col" className="py-1 pr-3 font-regular whitespace-nowrap">
            {t('previewText')}
          </th>
          <th scope="col" className="py-1 font-regular">
            {t('previewWhy')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.row} ${line.month}`} className="border-t align-top">
            <th scope="row" className="border-t py-1 pr-3 text-left font-regular whitespace-nowrap">
              {placeOf(line)}
            </th>
            <td className="max-w-30 truncate border-t py-1 pr-3" title={line.text}>
              {line.text === '' ? t('blank') : line.text.slice(0, 40)}
            </td>
            <td className="border-t py-1 text-text-2">{reasonOf(line.why)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
