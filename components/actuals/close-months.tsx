'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { closesFrom } from '#lib/actuals/closing'
import { isMonth, type Month } from '#lib/month'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Select } from '../ui/select'
import type { CloseCardProps } from './close-card'
import { useVerb } from './use-verb'
import { VerbFault } from './verb-fault'

/** Closes every month up to a finished one; what is still open is said once before. */
export function CloseMonths(props: CloseCardProps & { readonly months: readonly Month[] }) {
  const { teamId, year, closing, closingActions, words, missingThrough, doubts, unsaved, months } = props
  const t = useTranslations('actuals')
  const id = useId()
  const [chosen, setChosen] = useState<Month | null>(null)
  const [asking, setAsking] = useState(false)
  const verb = useVerb()
  const from = closesFrom(closing)
  const through = months.find((month) => month === chosen) ?? months.at(-1)
  if (through === undefined || from === null) return null
  const isEarlier = from < year.first
  const verbWords = isEarlier
    ? t('closeThrough', { month: words.named(through) })
    : t('closeMonths', { months: words.span(from, through) })
  const missing = missingThrough(through)
  const open = missing + doubts
  const close = () => verb.run(() => closingActions.close({ teamId, through })).then((done) => done && setAsking(false))
  return (
    <div className="mt-2.5 grid grid-cols-[minmax(0,1fr)] gap-2 border-t pt-2.5">
      {months.length > 1 && (
        <label
          htmlFor={id}
          className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-small whitespace-nowrap text-text-2"
        >
          {t('closeUpTo')}
          <Select
            id={id}
            small
            value={through}
            onChange={({ target }) => isMonth(target.value) && setChosen(target.value)}
          >
            {months.map((month) => (
              <option key={month} value={month}>
                {words.named(month)}
              </option>
            ))}
          </Select>
        </label>
      )}
      <Button disabled={unsaved > 0} pending={verb.pending} onClick={() => (open > 0 ? setAsking(true) : void close())}>
        {verbWords}
      </Button>
      {isEarlier && <small className="text-text-3">{t('closeEarlierToo', { month: words.named(from) })}</small>}
      {unsaved > 0 && <p className="text-small text-watch">{t('closeAfterSaving', { count: unsaved })}</p>}
      <VerbFault fault={verb.fault} />
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={verbWords}
        description={t('closeAnyway')}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button variant="primary" pending={verb.pending} onClick={() => void close()}>
              {t('closeNow')}
            </Button>
          </>
        }
      >
        <ul className="list-disc pl-5 leading-text">
          {missing > 0 && <li>{t('stillMissing', { count: missing })}</li>}
          {doubts > 0 && <li>{t('stillDoubtful', { count: doubts })}</li>}
        </ul>
        <VerbFault fault={verb.fault} />
      </Dialog>
    </div>
  )
}
