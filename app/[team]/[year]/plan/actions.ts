'use server'

import { revalidatePath } from 'next/cache'
import { activatePlan } from '#db/commands/activate-plan'
import { savePlanDraft } from '#db/commands/save-plan-draft'
import { ActivatePlanInput, SavePlanDraftInput } from '#lib/input/plan-command'
import { action } from '#server/action'

export const savePlanDraftAction = action(SavePlanDraftInput, 'plan.edit', async (input, session) => {
  const saved = await savePlanDraft(session, input)
  revalidatePath('/', 'layout')
  return saved
})

export const activatePlanAction = action(ActivatePlanInput, 'plan.activate', async (input, session) => {
  const activated = await activatePlan(session, input)
  revalidatePath('/', 'layout')
  return activated
})
