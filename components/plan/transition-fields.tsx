'use client'

import { useTranslations } from 'next-intl'
import { transitionsFrom } from '#lib/funnel/stages'
import { percentText } from './field-text'
import { NumberCell } from './number-field'
import { FaultLine } from './plan-faults'
import type { ChannelForm } from './plan-form'
import { usePlanView } from './plan-view'

type TransitionFieldsProps = {
  readonly channel: ChannelForm
  readonly at: string
  readonly readOnly: boolean
  readonly onChange: (part: Partial<ChannelForm>) => void
}

/** Rate and lag from each stage to the next, both stages named. A measured curve is shown and kept as it is. */
export function TransitionFields({ channel, at, readOnly, onChange }: TransitionFieldsProps) {
  const t = useTranslations('plan')
  const { stages, stageLabel } = usePlanView()
  const transitions = transitionsFrom(stages, channel.entry)
  if (transitions.length === 0) return null
  return (
    <div>
      <div aria-hidden="true" className="grid grid-cols-[minmax(0,1fr)_76px_94px] gap-2 pb-1 text-micro text-text-3">
        <span>{t('transition')}</span>
        <span className="text-right">{t('rate')}</span>
        <span className="text-right">{t('lag')}</span>
      </div>
      <ul className="border-b">
        {transitions.map(({ from, to }) => {
          const name = t('transitionOf', { from: stageLabel(from), to: stageLabel(to) })
          const lag = channel.lags[to] ?? ''
          return (
            <li key={to} className="border-t py-1">
              <div className="grid grid-cols-[minmax(0,1fr)_76px_94px] items-center gap-2">
                <span className="truncate">{name}</span>
                <NumberCell
                  field={`${at}.${to}.rate`}
                  kind="percent"
                  name={t('rateOf', { transition: name })}
                  text={channel.rates[to] ?? ''}
                  onText={(rate) => onChange({ rates: { ...channel.rates, [to]: rate } })}
                  readOnly={readOnly}
                  unit="%"
                  boxClassName="h-7!"
                />
                {typeof lag === 'string' ? (
                  <NumberCell
                    field={`${at}.${to}.lag`}
                    kind="decimal"
                    name={t('lagOf', { transition: name })}
                    text={lag}
                    onText={(typed) => onChange({ lags: { ...channel.lags, [to]: typed } })}
                    readOnly={readOnly}
                    unit={t('months')}
                    boxClassName="h-7!"
                  />
                ) : (
                  <span className="text-right text-small text-text-2">{t('measuredCurve')}</span>
                )}
              </div>
              {typeof lag !== 'string' && (
                <p className="text-right text-micro text-text-3">
                  {t('curveShares', { shares: lag.map((share) => percentText(share)).join(' / ') })}
                </p>
              )}
              <FaultLine field={`${at}.${to}.rate`} name={t('rate')} />
              <FaultLine field={`${at}.${to}.lag`} name={t('lag')} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
