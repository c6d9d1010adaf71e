'use client'

import type { SalesCapacity } from '#lib/funnel/capacity'
import { BeforeYear, LastUseful } from './before-year'
import { CapacityCard } from './capacity-card'
import { KeptCard } from './kept-card'
import { KpiTree } from './kpi-tree'
import type { TeamGoal } from './plan-props'
import { PurposeCard } from './purpose-card'
import { TeamGoals } from './team-goals'
import type { OpenedPlan } from './use-opened-plan'

type PlanResultsProps = Pick<OpenedPlan, 'plan' | 'shown' | 'reason' | 'setReason'> & {
  /** The root team beside other teams plans goals only. */
  readonly teamGoals: readonly TeamGoal[] | null
  readonly capacity: SalesCapacity | null
  readonly readOnly: boolean
}

/** The right side: what follows from the assumptions. */
export function PlanResults(props: PlanResultsProps) {
  const { plan, shown, reason, setReason, teamGoals, capacity, readOnly } = props
  const { figures, draft, changeChannel } = plan
  const purpose = (
    <PurposeCard reason={readOnly ? (shown?.reason ?? '') : reason} readOnly={readOnly} onReason={setReason} />
  )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <KpiTree figures={figures} channels={draft.channels} rounding={draft.rounding} />
      {teamGoals ? (
        <>
          <TeamGoals revenueGoal={draft.revenueGoal} teams={teamGoals} />
          {purpose}
        </>
      ) : (
        <>
          <div className="grid gap-3 tablet:grid-cols-[3fr_4fr]">
            <BeforeYear figures={figures} />
            <LastUseful figures={figures} />
          </div>
          <KeptCard figures={figures} channels={draft.channels} readOnly={readOnly} onChange={changeChannel} />
          <div className="grid gap-3 tablet:grid-cols-2">
            <CapacityCard {...plan} capacity={capacity} readOnly={readOnly} />
            {purpose}
          </div>
        </>
      )}
    </div>
  )
}
