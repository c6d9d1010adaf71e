'use client'

import { useTranslations } from 'next-intl'
import { formatTime } from '#lib/format'
import type { EditConflict } from '#lib/records/edit'
import type { FigureStyle } from '../plan-vs-actual/figure-text'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import type { DealForm } from './deal-form'

export type DealField = keyof DealForm

/** Labels of the form's fields, as keys of the pipeline's words. */
export const FIELD_LABEL = {
  state: 'list.state',
  amount: 'amount',
  stage: 'ageing.stage',
  expectedCloseOn: 'edit.expectedCloseOn',
  closedOn: 'edit.closedOn',
  owner: 'by.owner',
  forecastCategory: 'forecast.category',
  channelId: 'edit.channel',
  isNew: 'customers.label',
  lossReason: 'edit.lossReason',
} as const satisfies Record<DealField, string>

type DealConflictProps = Pick<EditConflict, 'by' | 'at'> & {
  /** Fields in dispute, with both values as people read them. */
  readonly fields: readonly { readonly key: DealField; readonly mine: string; readonly theirs: string }[]
  readonly style: FigureStyle
  readonly onSettle: (key: DealField, keep: 'mine' | 'theirs') => void
}

/** Somebody else saved the same fields first: both values stand until the person chooses, field by field. */
export function DealConflict({ by, at, fields, style, onSettle }: DealConflictProps) {
  const t = useTranslations('pipeline')
  const { locale, timeZone = 'UTC' } = style
  const when = at === null ? '' : formatTime(at, { locale, timeZone })
  return (
    <Banner tone="watch" className="tablet:col-span-2">
      <p role="alert">{by === null ? t('edit.conflict') : t('edit.conflictBy', { by, when })}</p>
      <ul className="mt-1.5 grid gap-2">
        {fields.map(({ key, mine, theirs }) => (
          <li key={key} className="grid gap-1">
            <span>
              <b>{t(FIELD_LABEL[key])}</b> <span className="text-text-2">{t('edit.bothValues', { mine, theirs })}</span>
            </span>
            <span className="flex flex-wrap gap-1.5">
              <Button size="small" onClick={() => onSettle(key, 'theirs')}>
                {t('edit.keepTheirs', { value: theirs })}
              </Button>
              <Button size="small" onClick={() => onSettle(key, 'mine')}>
                {t('edit.keepMine', { value: mine })}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
