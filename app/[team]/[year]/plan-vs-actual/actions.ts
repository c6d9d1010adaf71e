'use server'

import { revalidatePath } from 'next/cache'
import { setLandingOverride } from '#db/commands/set-landing-override'
import { SetLandingOverrideInput } from '#lib/input/landing'
import { action } from '#server/action'

export const setLandingOverrideAction = action(SetLandingOverrideInput, 'landing.edit', async (input, session) => {
  await setLandingOverride(session, input)
  revalidatePath('/', 'layout')
})
