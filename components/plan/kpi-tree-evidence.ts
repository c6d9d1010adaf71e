'use client'

import { useTranslations } from 'next-intl'
import type { ChannelFigures } from '#lib/funnel/plan'
import type { ChannelDraft } from '#lib/input/plan-draft'
import type { FigureEvidence } from '../plan-vs-actual/evidence'
import { percentText } from './field-text'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'

/** A count's address in the tree. The column comes last, so that the arrow keys stay in it. */
export function nodeKey(channelId: string, stage: string): string {
  return `${stage}|${channelId}`
}

/** How the count at an address comes about: リード 1,334 = MQL 400 ÷ 30%. Null when the tree no longer has it. */
export function useTreeEvidence(key: string): FigureEvidence | null {
  const t = useTranslations('plan')
  const { count } = usePlanView()
  const formula = useFormula()
  const [stage = '', channelId] = key.split('|')
  const channel = usePlan(({ draft }) => draft.channels.find((one) => one.channelId === channelId))
  const own = usePlan(({ figures }) => figures.channels.find((one) => one.id === channelId))
  if (!channel || !own?.funnel?.stages.includes(stage)) return null
  const before = own.funnel.requiredBeforeYear[stage] ?? 0
  const lines = before > 0 ? [{ label: t('beforeYear'), value: count(before) }] : []
  return { formula: formula(channel, own, stage), lines, remarks: [] }
}

function useFormula(): (channel: ChannelDraft, own: ChannelFigures, stage: string) => string {
  const t = useTranslations('plan')
  const rounding = usePlan(({ draft }) => draft.rounding)
  const { count, stageLabel, amountInFull } = usePlanView()
  return (channel, { funnel, revenue }, stage) => {
    const at = funnel?.stages.indexOf(stage) ?? -1
    const next = funnel?.stages[at + 1]
    const own = { stage: stageLabel(stage), count: count(funnel?.annual[at] ?? null) }
    if (next === undefined) {
      return t('formulaWon', { ...own, revenue: amountInFull(revenue), deal: amountInFull(channel.dealSize) })
    }
    if (rounding === 'exact') return t('formulaExact', own)
    const rate = channel.transitions.find((one) => one.to === next)?.rate
    const later = { next: stageLabel(next), nextCount: count(funnel?.annual[at + 1] ?? null) }
    return t('formulaStage', { ...own, ...later, rate: rate ? percentText(rate) : '' })
  }
}
