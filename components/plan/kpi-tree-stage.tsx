'use client'

import { memo, useState } from 'react'
import { UNDEFINED } from '#lib/format'
import type { ChannelFigures, PlanFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import { sameWhileEqual } from '#lib/remembered'
import { classes } from '../ui/classes'
import { percentText } from './field-text'
import { nodeKey } from './kpi-tree-evidence'
import type { PlannedChannel } from './plan-props'
import type { PlanAssumed } from './plan-state'
import { usePlanView } from './plan-view'
import { useAssumed, useChannel, usePlan } from './use-plan'

type StepProps = {
  /** Place of the channel in the plan. */
  readonly index: number
  /** The stage below, by whose rate it is divided; none below won, which is divided by the deal size. */
  readonly to: StageKey | undefined
}

/** The division between two stages, with the lag beside it. */
export function Step({ index, to }: StepProps) {
  return (
    <div className="relative min-h-9 grow">
      <span aria-hidden="true" className="absolute inset-y-0 left-1/2 w-px bg-border-control" />
      <span className="absolute inset-y-0 left-1/2 flex items-center gap-1.5 pl-2 text-small whitespace-nowrap text-text-2">
        {to === undefined ? <DealSize index={index} /> : <Rate index={index} to={to} />}
      </span>
    </div>
  )
}

function DealSize({ index }: Pick<StepProps, 'index'>) {
  const { t, moneyInUnit } = usePlanView()
  const dealSize = useAssumed(index, (channel) => channel?.draft.dealSize ?? null)
  return t('dividedByDeal', { amount: moneyInUnit(dealSize) })
}

function Rate({ index, to }: { readonly index: number; readonly to: StageKey }) {
  const { t } = usePlanView()
  const rate = useAssumed(index, (channel) => transitionOf(channel, to)?.rate ?? null)
  const lag = useAssumed(index, (channel) => {
    const typed = transitionOf(channel, to)?.lag ?? '0'
    return typeof typed === 'string' ? typed : MEASURED
  })
  return (
    <>
      {rate === null ? `÷ ${UNDEFINED}` : t('dividedByRate', { rate: percentText(rate) })}
      {lag !== '0' && (
        <span className="text-micro text-text-3">
          {lag === MEASURED ? t('measuredCurve') : t('lagMonths', { lag })}
        </span>
      )}
    </>
  )
}

const MEASURED = 'measured'
const transitionOf = (channel: PlanAssumed | undefined, to: StageKey) =>
  channel?.draft.transitions.find((transition) => transition.to === to)

type NodeProps = PlannedChannel & { readonly stage: StageKey; readonly isEntry: boolean }

/** The year's count of one stage, with what must exist before the year; its formula stands in the evidence panel. */
export const StageNode = memo(function StageNode({ channelId, index, stage, isEntry }: NodeProps) {
  const { count: written, beforeYearShort } = usePlanView()
  const [same] = useState(() => sameWhileEqual<NodeFigures>())
  const { count, before } = useChannel(index, (channel) => same(figuresAt(channel?.figures, stage)))
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

/** `count` is null while the channel has no figures; then there is no evidence to open either. */
type NodeFigures = { readonly count: number | null; readonly before: number }

function figuresAt(figures: ChannelFigures | undefined, stage: StageKey): NodeFigures {
  return { count: annualOf(figures, stage), before: figures?.funnel?.requiredBeforeYear[stage] ?? 0 }
}

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

const annualOf = (figures: ChannelFigures | undefined, stage: StageKey): number | null =>
  figures?.funnel?.annual[figures.funnel.stages.indexOf(stage)] ?? null

function totalOf({ channels }: PlanFigures, stage: StageKey): number | null {
  let total: number | null = null
  for (const channel of channels) {
    const count = annualOf(channel, stage)
    if (count !== null) total = (total ?? 0) + count
  }
  return total
}
