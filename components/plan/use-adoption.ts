'use client'

import { useTranslations } from 'next-intl'
import { adoptableRate } from '#lib/funnel/evidence'
import type { StageKey } from '#lib/funnel/stages'
import { useToast } from '../ui/toast'
import type { ChannelForm } from './plan-form'
import { usePlanView } from './plan-view'
import type { ShownRate } from './use-evidence'

type Adoption = { readonly one: (to: StageKey) => void; readonly all: () => void }

/** Puts observed rates in the place of assumed ones; what was typed comes back with 元に戻す. */
export function useAdoption(
  channel: ChannelForm,
  rates: readonly ShownRate[],
  onChange: (part: Partial<ChannelForm>) => void,
): Adoption {
  const t = useTranslations('plan')
  const toast = useToast()
  const { stageLabel } = usePlanView()
  const observed = rates.flatMap((seen) => {
    const rate = adoptableRate(seen)
    return rate === null ? [] : [{ from: seen.from, to: seen.to, rate }]
  })

  function adopt(chosen: typeof observed, message: string) {
    const before = channel.rates
    onChange({ rates: { ...before, ...Object.fromEntries(chosen.map(({ to, rate }) => [to, rate])) } })
    toast({ message, action: { label: t('undo'), onClick: () => onChange({ rates: before }) } })
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
