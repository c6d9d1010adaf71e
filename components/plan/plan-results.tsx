'use client'

import { BeforeYear, LastUseful } from './before-year'
import { CapacityCard } from './capacity-card'
import { KeptCard } from './kept-card'
import { KpiTree } from './kpi-tree'
import type { TeamGoal } from './plan-props'
import { PurposeCard } from './purpose-card'
import { TeamGoals } from './team-goals'

type PlanResultsProps = {
  /** The purpose of the shown version. */
  readonly purpose: string
  /** The root team beside other teams plans goals only. */
  readonly teamGoals: readonly TeamGoal[] | null
  readonly readOnly: boolean
}

/** The right side: what follows from the assumptions. */
export function PlanResults({ purpose, teamGoals, readOnly }: PlanResultsProps) {
  const purposeCard = <PurposeCard shown={purpose} readOnly={readOnly} />
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <KpiTree />
      {teamGoals ? (
        <>
          <TeamGoals teams={teamGoals} />
          {purposeCard}
        </>
      ) : (
        <>
          <div className="grid gap-3 tablet:grid-cols-[3fr_4fr]">
            <BeforeYear />
            <LastUseful />
          </div>
          <KeptCard readOnly={readOnly} />
          <div className="grid gap-3 tablet:grid-cols-2">
            <CapacityCard readOnly={readOnly} />
            {purposeCard}
          </div>
        </>
      )}
    </div>
  )
}
