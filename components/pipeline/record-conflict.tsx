'use client'

import { useTranslations } from 'next-intl'
import { formatTime } from '#lib/format'
import type { EditConflict } from '#lib/records/edit'
import type { FigureStyle } from '../plan-vs-actual/figure-text'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

type Disputed<Field extends string> = {
  readonly key: Field
  readonly label: string
  /** Both values as people read them. */
  readonly mine: string
  readonly theirs: string
}

type RecordConflictProps<Field extends string> = Pick<EditConflict<unknown>, 'by' | 'at'> & {
  readonly record: 'deal' | 'handover'
  readonly fields: readonly Disputed<Field>[]
  readonly style: FigureStyle
  readonly onSettle: (key: Field, keep: 'mine' | 'theirs') => void
}

/** Somebody else saved the same fields first: both values stand until the person chooses, field by field. */
export function RecordConflict<Field extends string>({
  record,
  by,
  at,
  fields,
  style,
  onSettle,
}: RecordConflictProps<Field>) {
  const t = useTranslations('pipeline')
  const { locale, timeZone = 'UTC' } = style
  const when = at === null ? '' : formatTime(at, { locale, timeZone })
  return (
    <Banner tone="watch" className="col-span-full">
      <p role="alert">{by === null ? t('edit.conflict', { record }) : t('edit.conflictBy', { record, by, when })}</p>
      <ul className="mt-1.5 grid grid-cols-[minmax(0,1fr)] gap-2">
        {fields.map(({ key, label, mine, theirs }) => (
          <li key={key} className="grid gap-1">
            <span>
              <b>{label}</b> <span className="text-text-2 wrap-anywhere">{t('edit.bothValues', { mine, theirs })}</span>
            </span>
            <span className="flex flex-wrap gap-1.5">
              <Button size="small" onClick={() => onSettle(key, 'theirs')}>
                {t('edit.keepTheirs', { value: shortened(theirs) })}
              </Button>
              <Button size="small" onClick={() => onSettle(key, 'mine')}>
                {t('edit.keepMine', { value: shortened(mine) })}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

const MOST_SHOWN = 16

/** Both values stand in full above the buttons: on these, the beginning of a sentence is enough. */
const shortened = (text: string) =>
  [...text].length > MOST_SHOWN ? `${[...text].slice(0, MOST_SHOWN).join('')}…` : text
