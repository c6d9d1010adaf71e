'use server'

import { revalidatePath } from 'next/cache'
import { saveActuals } from '#db/commands/save-actuals'
import { SaveActualsInput } from '#lib/input/actuals'
import { action } from '#server/action'

/** Saves cells of the grid; what somebody else saved first comes back as a conflict. */
export const saveCells = action(SaveActualsInput, 'actuals.edit', async (input, session) => {
  const answer = await saveActuals(session, input)
  revalidatePath('/', 'layout')
  return answer
})
