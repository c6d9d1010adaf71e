'use client'

import { useTranslations } from 'next-intl'
import type { Funnel } from '#lib/funnel/channel'
import type { PlanFigures } from '#lib/funnel/plan'
import { stagesFrom } from '#lib/funnel/stages'
import type { ChannelDraft } from '#lib/input/plan-draft'
import { classes } from '../ui/classes'
import { percentText } from './field-text'
import { nodeKey } from './kpi-tree-evidence'
import { usePlanView } from './plan-view'

type StepProps = { readonly channel: ChannelDraft; readonly stage: string }

/** What the stage below was divided by: the deal size for won, otherwise the rate, with the lag beside it. */
export function Step({ channel, stage }: StepProps) {
  const t = useTranslations('plan')
  const { stages, moneyInUnit } = usePlanView()
  const own = stagesFrom(stages, channel.entry)
  const next = own[own.indexOf(stage) + 1]
  const transition = channel.transitions.find((one) => one.to === next)
  return (
    <div className="relative min-h-9 grow">
      <span aria-hidden="true" className="absolute inset-y-0 left-1/2 w-px bg-border-control" />
      <span className="absolute inset-y-0 left-1/2 flex items-center gap-1.5 pl-2 text-small whitespace-nowrap text-text-2">
        {next === undefined
          ? t('dividedByDeal', { amount: moneyInUnit(channel.dealSize) })
          : t('dividedByRate', { rate: transition?.rate ? percentText(transition.rate) : '—' })}
        {next !== undefined && <Lag lag={transition?.lag ?? null} />}
      </span>
    </div>
  )
}

function Lag({ lag }: { readonly lag: string | readonly string[] | null }) {
  const t = useTranslations('plan')
  if (lag === null || lag === '0') return null
  return (
    <span className="text-micro text-text-3">
      {typeof lag === 'string' ? t('lagMonths', { lag }) : t('measuredCurve')}
    </span>
  )
}

type NodeProps = StepProps & { readonly funnel: Funnel | null }

/** The year's count of one stage, with what must exist before the year; its formula stands in the evidence panel. */
export function StageNode({ channel, stage, funnel }: NodeProps) {
  const t = useTranslations('plan')
  const { count } = usePlanView()
  const at = funnel ? funnel.stages.indexOf(stage) : -1
  const before = funnel?.requiredBeforeYear[stage] ?? 0
  return (
    <div
      data-figure={at < 0 ? undefined : nodeKey(channel.channelId, stage)}
      tabIndex={at < 0 ? undefined : -1}
      className={classes(
        'mx-auto flex min-h-11 w-full max-w-49 items-center justify-between gap-x-2 rounded-2 border bg-surface px-2.5',
        '@max-[140px]:flex-col @max-[140px]:items-start @max-[140px]:justify-center',
        stage === channel.entry ? 'border-accent' : 'border-border-strong',
      )}
    >
      <span className="text-title leading-5 font-strong">{count(funnel?.annual[at] ?? null)}</span>
      {before > 0 && (
        <span className="text-micro leading-3 whitespace-nowrap text-text-3">
          {t('beforeYearShort', { count: count(before) })}
        </span>
      )}
    </div>
  )
}

/** Σ channels of a stage; undefined while no channel has figures for it. */
export function StageTotal({ figures, stage }: { readonly figures: PlanFigures; readonly stage: string }) {
  const { count } = usePlanView()
  const counts = figures.channels.flatMap(({ funnel }) => funnel?.annual[funnel.stages.indexOf(stage)] ?? [])
  return <span className="font-strong">{count(counts.length > 0 ? counts.reduce((a, b) => a + b, 0) : null)}</span>
}
