'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '#components/ui/card'
import { CountingLine } from './counting-line'
import type { CountFrom, CountingGroup, CountingMonth } from './counting-props'

type CountingProps = {
  readonly groups: readonly CountingGroup[]
  readonly months: readonly CountingMonth[]
  readonly save: CountFrom
}

/** Per channel and stage: from which month on records are counted, and how they compare with what was entered. */
export function Counting({ groups, months, save }: CountingProps) {
  const t = useTranslations('settings')
  const [said, say] = useState('')
  return (
    <div className="grid gap-3">
      {groups.map(({ key, name, rows }) => (
        <Card key={key} title={name} flush>
          <div className="overflow-x-auto">
            <table className="w-full min-w-140 border-collapse">
              <thead>
                <tr className="border-t text-left text-small text-text-2">
                  <th scope="col" className="w-40 px-4 py-1.5 font-normal">
                    {t('countingMetric')}
                  </th>
                  <th scope="col" className="w-60 px-2 py-1.5 font-normal">
                    {t('countingChoice')}
                  </th>
                  <th scope="col" className="px-4 py-1.5 font-normal">
                    {t('countingCompared')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <CountingLine key={row.place.metric + row.place.line} {...{ row, months, save, say }} />
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      ))}
      <p role="status" className="min-h-5 text-small text-text-2">
        {said}
      </p>
    </div>
  )
}
