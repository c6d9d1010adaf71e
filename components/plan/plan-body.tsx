'use client'

import { memo } from 'react'
import { Assumptions } from './assumptions'
import { FaultList } from './fault-list'
import { MonthlyTable } from './monthly-table'
import { PastWork } from './past-work'
import { PLAN_COLUMNS, type PlanScreenProps } from './plan-props'
import { PlanResults } from './plan-results'
import { useChannelChoice } from './use-channel-choice'

type PlanBodyProps = Pick<PlanScreenProps, 'history' | 'campaigns' | 'channels' | 'today' | 'teamGoals'> & {
  readonly isDraft: boolean
  readonly readOnly: boolean
  /** Of the shown version. */
  readonly purpose: string
}

/** Assumptions on the left, what follows from them on the right and below. Whether it is saved is none of its business. */
export const PlanBody = memo(function PlanBody(props: PlanBodyProps) {
  const { history, campaigns, channels, today, teamGoals, isDraft, readOnly, purpose } = props
  const goalsOnly = teamGoals !== null
  const choice = useChannelChoice(channels)

  function goTo(field: string) {
    const [head, index] = field.split('.')
    const channelId = head === 'channels' ? choice.order[Number(index)] : undefined
    if (channelId) choice.select(channelId)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-field^="${field}"]`)?.focus())
  }

  return (
    <>
      <FaultList onGoTo={goTo} />
      {isDraft && !goalsOnly && <PastWork today={today} />}
      <div className={PLAN_COLUMNS}>
        <Assumptions {...{ history, campaigns, today, choice, readOnly, goalsOnly }} />
        <PlanResults purpose={purpose} teamGoals={teamGoals} readOnly={readOnly} />
      </div>
      <MonthlyTable goalsOnly={goalsOnly} />
    </>
  )
})
