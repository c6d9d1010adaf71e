'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { boundaryMonths, closableMonths, closesFrom, reopenableMonth } from '#lib/actuals/closing'
import { isMonth, type Month } from '#lib/month'
import type { Result } from '#lib/result'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Dialog } from '../ui/dialog'
import { Select } from '../ui/select'
import type { ActualsProps } from './actuals-props'
import { ReasonDialog } from './reason-dialog'
import { useVerb } from './use-verb'
import type { Words } from './use-words'

type CloseCardProps = Pick<ActualsProps, 'teamId' | 'year' | 'closing' | 'standing' | 'closingActions' | 'mayClose'> & {
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
  const last = closing.closed.at(-1)
  const reopenable = reopenableMonth(closing)
  return (
    <Card title={t('closeTitle')}>
      {last === undefined ? (
        <p className="text-small text-text-2">{t('nothingClosed')}</p>
      ) : (
        <p className="flex items-start gap-2 text-small text-text-2">
          <Lock aria-hidden="true" size={13} className="mt-1 shrink-0 text-text-3" />
          <span>
            {t('closedThrough', { month: words.named(last.month) })}
            <small className="block text-text-3">{t('closedBy', { by: last.by, time: words.moment(last.at) })}</small>
          </span>
        </p>
      )}
      {mayClose && <CloseMonths {...props} months={closableMonths(year, closing, standing.finishedThrough)} />}
      {mayClose && reopenable !== null && <Reopen {...props} month={reopenable} />}
      <Boundary {...props} />
    </Card>
  )
}

function CloseMonths(props: CloseCardProps & { readonly months: readonly Month[] }) {
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
      <Fault fault={verb.fault} />
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
        <Fault fault={verb.fault} />
      </Dialog>
    </div>
  )
}

function Reopen({ teamId, closingActions, words, month }: CloseCardProps & { readonly month: Month }) {
  const t = useTranslations('actuals')
  const [asking, setAsking] = useState(false)
  const verb = useVerb()
  const reopen = async (reason: string) => {
    if (await verb.run(() => closingActions.reopen({ teamId, month, reason }))) setAsking(false)
  }
  return (
    <div className="mt-2">
      <Button size="small" variant="text" className="-ml-2" onClick={() => setAsking(true)}>
        {t('reopen', { month: words.named(month) })}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('reopen', { month: words.named(month) })}
          description={t('reopenBody')}
          label={t('reopenReason')}
          submit={t('reopenNow')}
          error={verb.fault}
          pending={verb.pending}
          onReason={(reason) => void reopen(reason)}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function Boundary({ teamId, year, closing, standing, closingActions, mayClose, words, entered }: CloseCardProps) {
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
      <Fault fault={verb.fault} />
    </div>
  )
}

function Fault({ fault }: { readonly fault: string | null }) {
  if (fault === null) return null
  return (
    <p role="alert" className="text-small leading-text text-bad">
      {fault}
    </p>
  )
}
