'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { monthOf, monthsBetween } from '#lib/month'
import { remembered } from '#lib/remembered'
import { Banner } from '../ui/banner'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'

/** A draft made while its year runs asks for work in months that are over: a remark with the figures, not a fault. */
export function PastWork({ today }: { readonly today: string }) {
  const t = useTranslations('plan')
  const { year, channelOf, stageLabel, count, monthLabel } = usePlanView()
  const figures = usePlan((state) => state.figures)
  // At a key one channel's words change; those of the others are kept.
  const wordsOf = useMemo(
    () =>
      remembered(
        (channel: string, stage: string, work: string) => t('pastWorkOf', { channel, stage, count: work }),
        (channel) => channel,
      ),
    [t],
  )
  const over = Math.min(12, monthsBetween(year.first, monthOf(today)))
  const asked = figures.channels.flatMap(({ id, funnel }) => {
    const entry = funnel?.stages[0]
    if (!funnel || entry === undefined || over <= 0) return []
    const done = (funnel.monthly[entry] ?? []).slice(0, over).reduce((a, b) => a + b, 0)
    const work = (funnel.requiredBeforeYear[entry] ?? 0) + done
    return work > 0 ? [wordsOf(channelOf(id).name, stageLabel(entry), count(work))] : []
  })
  if (asked.length === 0) return null
  return (
    <Banner tone="watch" title={t('pastWorkTitle', { month: monthLabel(over - 1) })}>
      <p>{t('pastWork', { work: asked.join(t('and')) })}</p>
    </Banner>
  )
}
