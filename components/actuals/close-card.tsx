'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { closableMonths, reopenableMonth } from '#lib/actuals/closing'
import type { Month } from '#lib/month'
import { Card } from '../ui/card'
import type { ActualsProps } from './actuals-props'
import { BoundaryChoice } from './boundary-choice'
import { CloseMonths } from './close-months'
import { ReopenMonth } from './reopen-month'
import type { Words } from './use-words'

export type CloseCardProps = Pick<
  ActualsProps,
  'teamId' | 'year' | 'closing' | 'standing' | 'closingActions' | 'mayClose'
> & {
  readonly words: Words
  /** Blank cells that are awaited up to a month. */
  readonly missingThrough: (month: Month) => number
  /** Checks that failed. */
  readonly doubts: number
  /** Cells that the server does not have yet. */
  readonly unsaved: number
  /** Months with a figure. */
  readonly entered: ReadonlySet<Month>
}

/** 締め: which months are closed, closing further ones, opening the last again, and up to which month actuals count. */
export function CloseCard(props: CloseCardProps) {
  const { closing, words, mayClose, year, standing } = props
  const t = useTranslations('actuals')
  const state = useFocusAfterChange(closing.closedThrough)
  const last = closing.closed.at(-1)
  const reopenable = reopenableMonth(closing)
  return (
    <Card title={t('closeTitle')}>
      {last === undefined ? (
        <p ref={state} tabIndex={-1} className="text-small text-text-2 outline-none">
          {t('nothingClosed')}
        </p>
      ) : (
        <p ref={state} tabIndex={-1} className="outline-none flex items-start gap-2 text-small text-text-2">
          <Lock aria-hidden="true" size={13} className="mt-1 shrink-0 text-text-3" />
          <span>
            {t('closedThrough', { month: words.named(last.month) })}
            <small className="block text-text-3">{t('closedBy', { by: last.by, time: words.moment(last.at) })}</small>
          </span>
        </p>
      )}
      {mayClose && <CloseMonths {...props} months={closableMonths(year, closing, standing.finishedThrough)} />}
      {mayClose && reopenable !== null && <ReopenMonth {...props} month={reopenable} />}
      <BoundaryChoice {...props} />
    </Card>
  )
}

/** The button that closed the months is gone afterwards: the focus goes to what it brought about. */
function useFocusAfterChange(closedThrough: Month | null) {
  const state = useRef<HTMLParagraphElement>(null)
  const before = useRef(closedThrough)
  useEffect(() => {
    const isNew = before.current !== closedThrough
    before.current = closedThrough
    if (isNew && document.activeElement === document.body) state.current?.focus()
  }, [closedThrough])
  return state
}
