/** The three amounts of a plan that an executive or admin approves. */
export type PlanGoals = {
  readonly revenueGoal: number | null
  readonly existing: number | null
  readonly salesSourced: number | null
}

/** Whether a version may be activated without a new approval of the KGI (DOMAIN §2). The first one never may. */
export function hasSameGoals(draft: PlanGoals, active: PlanGoals | undefined): boolean {
  return (
    active !== undefined &&
    draft.revenueGoal === active.revenueGoal &&
    draft.existing === active.existing &&
    draft.salesSourced === active.salesSourced
  )
}
