'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { calendarsOf } from '#lib/funnel/calendar'
import type { PlanFault } from '#lib/funnel/fault'
import { channelOfField, textIn } from './form-field'
import type { PlanForm } from './plan-form'
import type { PlanScreenProps } from './plan-props'
import type { PlanAssumed, PlanChannel, PlanGivens, PlanGoals, PlanState } from './plan-state'
import { type PlanPart, PlanStore } from './plan-store'
import { usePlanView } from './plan-view'

const PlanContext = createContext<PlanStore | null>(null)

type PlanProviderProps = Pick<PlanScreenProps, 'campaigns' | 'year' | 'nextYear' | 'teamGoals'> & {
  readonly initialForm: () => PlanForm
  readonly initialReason: string
  readonly children: ReactNode
}

/** Holds the form of one opened version for everything below. */
export function PlanProvider({ campaigns, year, nextYear, teamGoals, children, ...initial }: PlanProviderProps) {
  const { stages, decimals } = usePlanView()
  const goalsOnly = teamGoals !== null
  const givens = useMemo(
    (): PlanGivens => ({ stages, decimals, nextYear, calendars: calendarsOf(campaigns, year), goalsOnly }),
    [stages, decimals, nextYear, campaigns, year, goalsOnly],
  )
  const [plan] = useState(() => new PlanStore(initial.initialForm(), initial.initialReason, givens))
  useEffect(() => plan.regard(givens), [plan, givens])
  return <PlanContext value={plan}>{children}</PlanContext>
}

/** The plan itself, to change it or to read it when something is pressed. */
export function usePlanStore(): PlanStore {
  const plan = useContext(PlanContext)
  if (!plan) throw new Error('PlanProvider is missing')
  return plan
}

/**
 * What a component shows of the plan. It is drawn anew only when that changes, so `select` picks a number, a text or an
 * object of the state, never a new object.
 */
export function usePlan<Shown>(select: (state: PlanState) => Shown): Shown {
  return useHeard('plan', select)
}

/** What a component shows of one channel, by its place in the list; keys that concern others do not reach it. */
export function useChannel<Shown>(index: number, select: (channel: PlanChannel | undefined) => Shown): Shown {
  return useHeard(`channel ${index}`, ({ channels }) => select(channels[index]))
}

/** The same of what is assumed of it alone; keys that only change its figures do not reach it. */
export function useAssumed<Shown>(index: number, select: (channel: PlanAssumed | undefined) => Shown): Shown {
  return useHeard(`assumed ${index}`, ({ channels }) => select(channels[index]))
}

/** What a component shows of the goals; keys in a channel do not reach it. */
export function useGoals<Shown>(select: (goals: PlanGoals) => Shown): Shown {
  return useHeard('goals', ({ goals }) => select(goals))
}

/** The text in a field, by its path. */
export function useFieldText(field: string): string {
  const index = channelOfField(field)
  return useHeard(index === null ? 'goals' : `assumed ${index}`, ({ form }) => textIn(form, field))
}

/** The fault to show at a field, or null. */
export function useFault(field: string): PlanFault | null {
  return useHeard('faults', ({ shownFaults }) => shownFaults[field] ?? null)
}

function useHeard<Shown>(part: PlanPart, select: (state: PlanState) => Shown): Shown {
  const plan = usePlanStore()
  const subscribe = useCallback((listener: () => void) => plan.subscribe(part, listener), [plan, part])
  const read = () => select(plan.state)
  return useSyncExternalStore(subscribe, read, read)
}
