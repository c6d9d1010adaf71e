import type { ListedLead } from '#lib/pipeline/listed'
import type { SeenHandover } from '#lib/records/edit'
import type { FormOf } from './use-record-edit'

export type HandoverForm = FormOf<SeenHandover>

/** Fields of the form that are days, in their order. */
export const HANDOVER_DAYS = ['passedAt', 'workedAt', 'returnedAt'] as const

/** What the form is opened on: the fields that it can change, days as the list shows them. */
export function seenHandover({ passedOn, workedOn, returnedOn, returnReason }: ListedLead): SeenHandover {
  return { passedAt: passedOn, workedAt: workedOn, returnedAt: returnedOn, returnReason }
}

export function handoverFormOf({ passedAt, workedAt, returnedAt, returnReason }: SeenHandover): HandoverForm {
  const days = { passedAt: passedAt ?? '', workedAt: workedAt ?? '', returnedAt: returnedAt ?? '' }
  return { ...days, returnReason: returnReason ?? '' }
}

/** Only what was changed, so that a colleague's other fields, and the hour of a day that stays, are as they were. */
export function handoverChange(before: HandoverForm, form: HandoverForm): Partial<SeenHandover> {
  const changed = [...HANDOVER_DAYS, 'returnReason' as const].filter((key) => form[key] !== before[key])
  return Object.fromEntries(changed.map((key) => [key, form[key] || null]))
}
