'use client'

import { useTranslations } from 'next-intl'
import { classes } from '../ui/classes'
import { BEFORE, COLUMN, NAME } from './monthly-look'
import { PERIOD_COLUMNS } from './monthly-rows'
import { usePlanView } from './plan-view'

/** 期首前, months, quarters, halves and the year. */
export function MonthlyHead({ before }: { readonly before: boolean }) {
  const t = useTranslations('plan')
  const { monthLabel } = usePlanView()
  const label = { quarter: 'quarter', half: 'half', year: 'year' } as const
  return (
    <thead className="text-micro text-text-3">
      <tr className="*:h-7 *:border-b">
        <td className={NAME} />
        {before && (
          <th scope="col" className={classes(BEFORE, 'font-regular')}>
            {t('beforeYearColumn')}
          </th>
        )}
        {PERIOD_COLUMNS.map((column) => (
          <th
            key={column.kind + column.number}
            scope="col"
            className={classes(
              'px-1.5 text-right whitespace-nowrap last:pr-3.5',
              COLUMN[column.kind],
              column.kind === 'month' ? 'font-regular' : 'font-strong text-text',
            )}
          >
            {column.kind === 'month'
              ? monthLabel(column.number - 1)
              : t(label[column.kind], { number: String(column.number) })}
          </th>
        ))}
      </tr>
    </thead>
  )
}
