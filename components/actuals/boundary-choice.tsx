'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { boundaryMonths } from '#lib/actuals/closing'
import { isMonth } from '#lib/month'
import type { Result } from '#lib/result'
import { Select } from '../ui/select'
import type { CloseCardProps } from './close-card'
import { useVerb } from './use-verb'
import { VerbFault } from './verb-fault'

/** 適用境界月: by itself the last finished month with an entry, or an earlier one by choice. */
export function BoundaryChoice({
  teamId,
  year,
  closing,
  standing,
  closingActions,
  mayClose,
  words,
  entered,
}: CloseCardProps) {
  const t = useTranslations('actuals')
  const id = useId()
  const verb = useVerb()
  const { automatic, earlier } = boundaryMonths(year, closing, standing.finishedThrough, entered)
  if (automatic === null) return null
  const chosen = earlier.find((month) => month === closing.chosen) ?? null
  const choose = (text: string) =>
    verb.run(
      (): Promise<Result<unknown>> =>
        closingActions.choose({ teamId, year: year.year, month: isMonth(text) ? text : null }),
    )
  return (
    <div className="mt-2.5 grid grid-cols-[minmax(0,1fr)] gap-1.5 border-t pt-2.5">
      <label
        htmlFor={id}
        className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-small whitespace-nowrap text-text-2"
      >
        {t('boundary')}
        <Select
          id={id}
          small
          disabled={!mayClose || earlier.length === 0 || verb.pending}
          value={chosen ?? ''}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => void choose(target.value)}
        >
          <option value="">{t('boundaryAutomatic', { month: words.named(automatic) })}</option>
          {earlier.toReversed().map((month) => (
            <option key={month} value={month}>
              {words.named(month)}
            </option>
          ))}
        </Select>
      </label>
      <small id={`${id}-hint`} className="text-text-3">
        {t('boundaryHint')}
      </small>
      <VerbFault fault={verb.fault} />
    </div>
  )
}
