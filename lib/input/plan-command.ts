import { z } from 'zod'
import { PlanDraft } from './plan-draft'
import { Reason } from './reason'

const Revision = z.int().positive()

/** A draft as the form holds it. `planId` null starts a new version; otherwise `revision` is the one that was read. */
export const SavePlanDraftInput = z
  .strictObject({
    teamId: z.uuid(),
    year: z.int().min(1900).max(2199),
    planId: z.uuid().nullable(),
    revision: Revision.nullable(),
    draft: PlanDraft,
    reason: Reason,
  })
  .refine((input) => (input.planId === null) === (input.revision === null), { error: 'invalid', path: ['revision'] })
export type SavePlanDraftInput = z.input<typeof SavePlanDraftInput>

export const ActivatePlanInput = z.strictObject({ planId: z.uuid(), revision: Revision, reason: Reason })
export type ActivatePlanInput = z.input<typeof ActivatePlanInput>
