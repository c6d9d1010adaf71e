/** A sentence for one field of a draft. It stands at the field and blocks activation, never saving. */
export type PlanFault = {
  /** Path in the draft: 'revenueGoal', 'spread.3', 'channels.0.share', 'channels.0.lead.rate' (by the stage reached). */
  readonly field: string
  /** Key in the namespace `errors`. */
  readonly message: string
  readonly values: Readonly<Record<string, string | number>>
}

export const fault = (field: string, message: string, values: PlanFault['values'] = {}): PlanFault => ({
  field,
  message: `plan.${message}`,
  values,
})
