'use client'

import { memo } from 'react'
import { UNDEFINED } from '#lib/format'
import type { StageKey } from '#lib/funnel/stages'
import { isEqual } from '#lib/remembered'
import { classes } from '../ui/classes'
import { percentText } from './field-text'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'

type Lag = string | readonly string[] | null

type StepProps = {
  /** What the stage below was divided by: the deal size where this one is won, else a rate; null while blank. */
  readonly by: { readonly dealSize: number | null } | { readonly rate: string | null; readonly lag: Lag }
}

/** The division between two stages, with the lag beside it. */
export const Step = memo(function Step({ by }: StepProps) {
  const { t, moneyInUnit } = usePlanView()
  return (
    <div className="relative min-h-9 grow">
      <span aria-hidden="true" className="absolute inset-y-0 left-1/2 w-px bg-border-control" />
      <span className="absolute inset-y-0 left-1/2 flex items-center gap-1.5 pl-2 text-small whitespace-nowrap text-text-2">
        {'dealSize' in by
          ? t('dividedByDeal', { amount: moneyInUnit(by.dealSize) })
          : by.rate === null
            ? `÷ ${UNDEFINED}`
            : t('dividedByRate', { rate: percentText(by.rate) })}
        {'lag' in by && by.lag !== null && by.lag !== '0' && (
          <span className="text-micro text-text-3">
            {typeof by.lag === 'string' ? t('lagMonths', { lag: by.lag }) : t('measuredCurve')}
          </span>
        )}
      </span>
    </div>
  )
}, isEqual)

type NodeProps = {
  /** Where its evidence is found; null while there are no figures. */
  readonly address: string | null
  readonly count: number | null
  readonly before: number
  readonly isEntry: boolean
}

/** The year's count of one stage, with what must exist before the year; its formula stands in the evidence panel. */
export const StageNode = memo(function StageNode({ address, count, before, isEntry }: NodeProps) {
  const { t, count: written } = usePlanView()
  return (
    <div
      data-figure={address ?? undefined}
      tabIndex={address === null ? undefined : -1}
      className={classes(
        'mx-auto flex min-h-11 w-full max-w-49 items-center justify-between gap-x-2 rounded-2 border bg-surface px-2.5',
        '@max-[140px]:flex-col @max-[140px]:items-start @max-[140px]:justify-center',
        isEntry ? 'border-accent' : 'border-border-strong',
      )}
    >
      <span className="text-title leading-5 font-strong">{written(count)}</span>
      {before > 0 && (
        <span className="text-micro leading-3 whitespace-nowrap text-text-3">
          {t('beforeYearShort', { count: written(before) })}
        </span>
      )}
    </div>
  )
})

/** Σ channels of a stage; ＊ where some have no figures, undefined where none has. */
export function StageTotal({ stage }: { readonly stage: StageKey }) {
  const { count } = usePlanView()
  const total = usePlan(({ figures }) => {
    const counts = figures.channels.flatMap(({ funnel }) => funnel?.annual[funnel.stages.indexOf(stage)] ?? [])
    return counts.length > 0 ? counts.reduce((a, b) => a + b, 0) : null
  })
  const partial = usePlan(({ figures }) => figures.channels.some(({ funnel }) => funnel === null))
  return (
    <span className="font-strong">
      {count(total)}
      {partial && total !== null && '＊'}
    </span>
  )
}
