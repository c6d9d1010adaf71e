'use client'

import { useTranslations } from 'next-intl'
import { Banner } from '../ui/banner'
import { useFaultSentence } from './plan-faults'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'

/** Once somebody asked to activate the draft, everything that stands in the way; each line leads to its field. */
export function FaultList({ onGoTo }: { readonly onGoTo: (field: string) => void }) {
  const t = useTranslations('plan')
  const sentence = useFaultSentence()
  const fieldName = useFieldName()
  const byField = usePlan(({ faults, withBlanks }) => (withBlanks ? faults : null))
  const faults = [...(byField?.values() ?? [])]
  if (faults.length === 0) return null
  return (
    <Banner tone="bad" title={t('faultsTitle', { count: faults.length })}>
      <ul className="grid gap-0.5">
        {faults.map((fault) => (
          <li key={fault.field}>
            <button
              type="button"
              onClick={() => onGoTo(fault.field)}
              className="mr-2 font-strong underline underline-offset-3 hover:text-accent"
            >
              {fieldName(fault.field)}
            </button>
            {sentence(fault)}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

const CHANNEL_FIELDS = ['share', 'entry', 'dealSize', 'unitCost', 'unitCostStage'] as const
const PLAN_FIELDS = ['revenueGoal', 'existing', 'salesSourced', 'nextYearGrowth', 'channels', 'shares'] as const
const isOneOf = <T extends string>(names: readonly T[], name: string): name is T => names.some((one) => one === name)

/** The label of a field, by its path in the draft: 'channels.0.lead.rate' is Web 訪問→リード率. */
function useFieldName(): (field: string) => string {
  const t = useTranslations('plan')
  const { channelOf, monthLabel, stageLabel, stages } = usePlanView()
  const order = usePlan((state) => state.order)
  const transition = (to: string) =>
    t('transitionOf', { from: stageLabel(stages[stages.indexOf(to) - 1] ?? to), to: stageLabel(to) })
  const channelField = (name: string, kind: string | undefined): string => {
    if (kind === 'rate') return t('rateOf', { transition: transition(name) })
    if (kind === 'lag') return t('lagOf', { transition: transition(name) })
    return isOneOf(CHANNEL_FIELDS, name) ? t(name) : t('fixedCost')
  }
  return (field) => {
    const [head = '', second, name = '', kind] = field.split('.')
    if (head === 'channels' && second !== undefined) {
      const channel = channelOf(order[Number(second)] ?? '').name
      return `${channel} ${channelField(name, kind)}`
    }
    if (head === 'spread') return second === undefined ? t('seasonality') : monthLabel(Number(second))
    return isOneOf(PLAN_FIELDS, head) ? t(head) : head
  }
}
