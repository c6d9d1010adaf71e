'use client'

import { useLocale } from 'next-intl'
import { formatCount } from '#lib/format'
import { classes } from '../ui/classes'

export type CountFigure = {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly isStrong?: boolean
  readonly isBad?: boolean
}

/** Counts of rows side by side, small words above their figures. */
export function CountFigures({ figures }: { readonly figures: readonly CountFigure[] }) {
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {figures.map(({ key, label, count, isStrong, isBad }) => (
        <div key={key}>
          <dt className="text-small text-text-2">{label}</dt>
          <dd
            className={classes(
              'text-figure-s',
              isStrong && 'font-strong',
              isBad ? 'text-bad' : count === 0 ? 'text-text-3' : 'text-text',
            )}
          >
            {formatCount(count, { locale })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
