'use client'

import { useTranslations } from 'next-intl'
import { adoptableRate } from '#lib/funnel/evidence'
import type { StageKey } from '#lib/funnel/stages'
import { useToast } from '../ui/toast'
import { usePlanView } from './plan-view'
import type { SeenRate } from './use-evidence'
import { usePlanStore } from './use-plan'

type Adoption = { readonly one: (to: StageKey) => void; readonly all: () => void }

/** Puts observed rates in the place of assumed ones; what was typed comes back with 元に戻す. */
export function useAdoption(channelId: string, rates: readonly SeenRate[]): Adoption {
  const t = useTranslations('plan')
  const toast = useToast()
  const { stageLabel } = usePlanView()
  const plan = usePlanStore()
  const observed = rates.flatMap((seen) => {
    const rate = adoptableRate(seen)
    return rate === null ? [] : [{ from: seen.from, to: seen.to, rate }]
  })

  function adopt(chosen: typeof observed, message: string) {
    const before = plan.state.form.channels.find((channel) => channel.channelId === channelId)?.rates ?? {}
    plan.changeChannel(channelId, {
      rates: { ...before, ...Object.fromEntries(chosen.map(({ to, rate }) => [to, rate])) },
    })
    const undo = () => plan.changeChannel(channelId, { rates: before })
    toast({ message, action: { label: t('undo'), onClick: undo } })
  }
  return {
    one: (to) => {
      const chosen = observed.filter((seen) => seen.to === to)
      for (const { from } of chosen) {
        const transition = t('transitionOf', { from: stageLabel(from), to: stageLabel(to) })
        adopt(chosen, t('adoptedOne', { transition }))
      }
    },
    all: () => adopt(observed, t('adoptedAll', { count: observed.length })),
  }
}
