'use client'

import { useTranslations } from 'next-intl'
import type { StageKey } from '#lib/funnel/stages'
import { classes } from '../ui/classes'
import { percentText } from './field-text'
import { NumberCell } from './number-field'
import { FaultLine } from './plan-faults'
import { usePlanView } from './plan-view'
import { RateEvidenceCells } from './rate-evidence'
import type { SeenRate } from './use-evidence'
import { useAssumed } from './use-plan'

type TransitionFieldsProps = {
  /** Place of the channel in the plan. */
  readonly index: number
  readonly readOnly: boolean
  readonly rates: readonly SeenRate[]
  readonly onAdopt: (to: StageKey) => void
}

/** 転換 · 前提 · リードタイム · 区間 · 実績; on a phone the evidence stands on a second line. */
const COLUMNS =
  'grid grid-cols-[minmax(0,1fr)_66px_78px] items-center gap-x-1.5 tablet:grid-cols-[minmax(0,1fr)_60px_78px_64px_58px]'

/** Rate and lag from each stage to the next, both stages named, and beside them what the team's history says. */
export function TransitionFields(props: TransitionFieldsProps) {
  const t = useTranslations('plan')
  if (props.rates.length === 0) return null
  return (
    <div>
      <div aria-hidden="true" className={classes(COLUMNS, 'items-end! pb-1 text-micro text-text-3')}>
        <span>{t('transition')}</span>
        <span className="text-right">{t('assumedHead')}</span>
        <span className="text-right">{t('lag')}</span>
        <span className="text-center max-tablet:hidden">{t('evidenceHead')}</span>
        <span className="text-right max-tablet:hidden">{t('observedHead')}</span>
      </div>
      <ul className="border-b">
        {props.rates.map((seen) => (
          <Transition key={seen.to} {...props} seen={seen} />
        ))}
      </ul>
    </div>
  )
}

type TransitionProps = Omit<TransitionFieldsProps, 'rates'> & { readonly seen: SeenRate }

function Transition({ index, readOnly, seen, onAdopt }: TransitionProps) {
  const t = useTranslations('plan')
  const { stageLabel } = usePlanView()
  const { from, to } = seen
  const name = t('transitionOf', { from: stageLabel(from), to: stageLabel(to) })
  // A name too long for its column breaks after the arrow.
  const arrowHead = name.slice(0, name.length - stageLabel(to).length)
  const curve = useAssumed(index, (channel) => {
    const lag = channel?.form.lags[to]
    return typeof lag === 'object' ? lag : null
  })
  const at = `channels.${index}.${to}`
  return (
    <li className="border-t py-1">
      <div className={COLUMNS}>
        <span className="text-small leading-ui break-keep [overflow-wrap:anywhere]">
          {arrowHead}
          <wbr />
          {stageLabel(to)}
        </span>
        <NumberCell
          field={`${at}.rate`}
          kind="percent"
          name={t('rateOf', { transition: name })}
          readOnly={readOnly}
          unit="%"
          boxClassName="h-7! px-1.5!"
        />
        {curve === null ? (
          <NumberCell
            field={`${at}.lag`}
            kind="decimal"
            name={t('lagOf', { transition: name })}
            readOnly={readOnly}
            unit={t('months')}
            boxClassName="h-7! px-1.5!"
          />
        ) : (
          <span className="text-right text-small text-text-2">{t('measuredCurve')}</span>
        )}
        <RateEvidenceCells index={index} seen={seen} name={name} readOnly={readOnly} onAdopt={() => onAdopt(to)} />
      </div>
      {curve !== null && (
        <p className="text-right text-micro text-text-3">
          {t('curveShares', { shares: curve.map((share) => percentText(share)).join(' / ') })}
        </p>
      )}
      <FaultLine field={`${at}.rate`} name={t('rate')} />
      <FaultLine field={`${at}.lag`} name={t('lag')} />
    </li>
  )
}
