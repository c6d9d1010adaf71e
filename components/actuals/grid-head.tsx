'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { GridStanding } from '#lib/actuals/missing-cells'
import { classes } from '../ui/classes'
import type { Words } from './use-words'

type GridHeadProps = {
  readonly standing: GridStanding
  readonly closed: ReadonlySet<number>
  /** Month of the cursor. */
  readonly cursor: number
  readonly words: Words
}

/** The months; closed ones have a lock, the running one is marked, those to come are quiet. */
export function GridHead({ standing, closed, cursor, words }: GridHeadProps) {
  const t = useTranslations('actuals')
  const { finishedThrough, running } = standing
  return (
    <thead>
      <tr>
        <td data-head-all className={classes(HEAD, 'left-0 z-20 border-r')} />
        <td data-head-all className={classes(HEAD, 'left-7.5 z-20 border-r border-r-border-strong')} />
        {Array.from({ length: 12 }, (_, month) => (
          <th
            key={month}
            scope="col"
            data-head-month={month}
            className={classes(
              HEAD,
              'cursor-s-resize border-r px-1.5 text-right whitespace-nowrap',
              month <= finishedThrough || month === running ? 'min-w-18' : 'min-w-9.5 text-text-3',
              month === cursor && 'inset-shadow-[0_-2px_0_var(--accent)]',
              month === cursor || month === running ? 'font-strong text-accent' : 'font-regular',
            )}
          >
            {words.month(month)}
            {month === running && <span className="ml-1 font-regular text-text-3">{t('running')}</span>}
            {closed.has(month) && (
              <Lock role="img" aria-label={t('closed')} size={10} className="mb-0.5 ml-1 inline-block text-text-3" />
            )}
          </th>
        ))}
        <th
          scope="col"
          className={classes(
            HEAD,
            'min-w-22 border-l border-l-border-strong tablet:right-0 tablet:z-20 px-2 text-right font-regular whitespace-nowrap',
          )}
        >
          {finishedThrough < 0 ? t('total') : t('totalOf', { months: words.monthsThrough(finishedThrough) })}
        </th>
      </tr>
    </thead>
  )
}

const HEAD = 'sticky top-0 z-10 h-7.5 border-b border-b-border-strong bg-surface-2 text-micro text-text-2 select-none'
