'use client'

import { useTranslations } from 'next-intl'
import { useOptimistic, useState, useTransition } from 'react'
import { Select } from '#components/ui/select'
import { isMonth } from '#lib/month'
import type { CountFrom, CountingMonth, CountingRow } from './counting-props'

type CountingLineProps = {
  readonly row: CountingRow
  readonly months: readonly CountingMonth[]
  readonly save: CountFrom
  /** Tells a screen reader and the eye what was done. */
  readonly say: (sentence: string) => void
}

/** One figure: by hand, or from records from a month on. A choice that is refused goes back to what stands. */
export function CountingLine({ row, months, save, say }: CountingLineProps) {
  const t = useTranslations('settings')
  const [error, setError] = useState<string>()
  const [pending, start] = useTransition()
  const [chosen, show] = useOptimistic(row.chosen)
  function choose(value: string) {
    if (!save) return
    start(async () => {
      show(value)
      const result = await save({ ...row.place, month: isMonth(value) ? value : null })
      setError(result.ok ? undefined : result.message)
      if (result.ok) say(t('countingSaved'))
    })
  }
  return (
    <tr className="border-t align-top">
      <th scope="row" className="px-4 py-2 text-left font-normal">
        {row.name}
      </th>
      <td className="px-2 py-1">
        <Select
          aria-label={row.label}
          value={chosen}
          disabled={!save || pending}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('countingByHand')}</option>
          {months.map(({ month, name }) => (
            <option key={month} value={month}>
              {t('countingFrom', { month: name })}
            </option>
          ))}
        </Select>
        {error && (
          <p role="alert" className="mt-1 text-small text-bad">
            {error}
          </p>
        )}
      </td>
      <td className="px-4 py-2 text-small text-text-2 tabular-nums">
        {row.agreeing === null && row.differing.length === 0 && '—'}
        {row.agreeing}
        <ul>
          {row.differing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
