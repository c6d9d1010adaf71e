'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { calendarsOf } from '#lib/funnel/calendar'
import type { PlanForm } from './plan-form'
import type { PlanScreenProps } from './plan-props'
import { type PlanGivens, type PlanState, PlanStore } from './plan-store'
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
export function usePlan<Part>(select: (state: PlanState) => Part): Part {
  const plan = usePlanStore()
  const read = () => select(plan.state)
  return useSyncExternalStore(plan.subscribe, read, read)
}
