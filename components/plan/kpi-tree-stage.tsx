'use client'

import { memo } from 'react'
import { UNDEFINED } from '#lib/format'
import type { PlanFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import { isEqual } from '#lib/remembered'
import { classes } from '../ui/classes'
import { percentText } from './field-text'
import { nodeKey } from './kpi-tree-evidence'
import type { PlannedChannel } from './plan-props'
import { usePlanView } from './plan-view'
import { useChannel, usePlan } from './use-plan'

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

type NodeProps = PlannedChannel & { readonly stage: StageKey; readonly isEntry: boolean }

/** The year's count of one stage, with what must exist before the year; its formula stands in the evidence panel. */
export const StageNode = memo(function StageNode({ channelId, index, stage, isEntry }: NodeProps) {
  const { count: written, beforeYearShort } = usePlanView()
  // Null while the channel has no figures; then there is no evidence to open either.
  const funnel = useChannel(index, (channel) => channel?.figures?.funnel)
  const count = funnel?.annual[funnel.stages.indexOf(stage)] ?? null
  const before = funnel?.requiredBeforeYear[stage] ?? 0
  return (
    <div
      data-figure={count === null ? undefined : nodeKey(channelId, stage)}
      tabIndex={count === null ? undefined : -1}
      className={classes(
        'mx-auto flex min-h-11 w-full max-w-49 items-center justify-between gap-x-2 rounded-2 border bg-surface px-2.5',
        '@max-[140px]:flex-col @max-[140px]:items-start @max-[140px]:justify-center',
        isEntry ? 'border-accent' : 'border-border-strong',
      )}
    >
      <span className="text-title leading-5 font-strong">{written(count)}</span>
      {before > 0 && (
        <span className="text-micro leading-3 whitespace-nowrap text-text-3">{beforeYearShort(before)}</span>
      )}
    </div>
  )
})

/** Σ channels of a stage; ＊ where some have no figures, undefined where none has. */
export function StageTotal({ stage }: { readonly stage: StageKey }) {
  const { count } = usePlanView()
  const text = usePlan(({ figures }) => {
    const total = totalOf(figures, stage)
    const partial = total !== null && figures.channels.some(({ funnel }) => funnel === null)
    return count(total) + (partial ? '＊' : '')
  })
  return <span className="font-strong">{text}</span>
}

function totalOf({ channels }: PlanFigures, stage: StageKey): number | null {
  let total: number | null = null
  for (const { funnel } of channels) {
    const count = funnel?.annual[funnel.stages.indexOf(stage)]
    if (count !== undefined) total = (total ?? 0) + count
  }
  return total
}
