import type { PlanDraft } from './input/plan-draft'

export const PLAN_STATES = ['draft', 'active', 'superseded'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** One version of a team's plan for a fiscal year. Times are ISO 8601. */
export type PlanVersion = {
  readonly id: string
  readonly teamId: string
  readonly year: number
  /** 1, 2, 3 … within team and year. */
  readonly version: number
  readonly state: PlanState
  readonly reason: string | null
  readonly createdAt: string
  /** Name of the person. */
  readonly createdBy: string
  readonly activatedAt: string | null
  readonly activatedBy: string | null
  /** Raised by each save; saving needs the latest. */
  readonly revision: number
  readonly draft: PlanDraft
}
