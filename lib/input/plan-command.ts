import { z } from 'zod'
import { UNSEEN } from './account'
import { PlanDraft } from './plan-draft'

/** Line breaks, and the joiners of emoji and Persian, are welcome in a longer text; other unseen characters are not. */
const WELCOME = /[\n\r\t\u200c\u200d]/g

/** Why a version was made or approved. */
const Reason = z
  .string()
  .max(2000, { error: 'reasonLong' })
  .refine((text) => !UNSEEN.test(text.replace(WELCOME, '')), { error: 'reasonUnseen' })
  .transform((text) => text.trim() || null)
  .nullable()

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
