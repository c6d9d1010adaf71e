'use server'

import { revalidatePath } from 'next/cache'
import { freshened } from '#db/attribution/standing'
import { chooseActualsThrough } from '#db/commands/choose-actuals-through'
import { closeMonths } from '#db/commands/close-months'
import { reopenMonth } from '#db/commands/reopen-month'
import { saveActuals } from '#db/commands/save-actuals'
import { SaveActualsInput } from '#lib/input/actuals'
import { ChooseActualsThroughInput, CloseMonthsInput, ReopenMonthInput } from '#lib/input/closing'
import { action } from '#server/action'
import { today } from '#server/today'

/** Saves cells of the grid; what somebody else saved first comes back as a conflict. */
export const saveCells = action(SaveActualsInput, 'actuals.edit', async (input, session) => {
  const answer = await saveActuals(session, input)
  revalidatePath('/', 'layout')
  return answer
})

/** Closes the team's months up to one that is over; the server knows which are. */
export const closeThrough = action(CloseMonthsInput.omit({ today: true }), 'month.close', async (input, session) => {
  // What waits for its credits is brought in first, or begun where it is too much to wait for.
  await freshened(session)
  const answer = await closeMonths(session, { ...input, today: today(session.org.timeZone) })
  revalidatePath('/', 'layout')
  return answer
})

/** Opens the last closed month again. */
export const reopen = action(ReopenMonthInput, 'month.close', async (input, session) => {
  await reopenMonth(session, input)
  revalidatePath('/', 'layout')
})

/** Chooses up to which month actuals count; null = the last finished one with an entry. */
export const chooseBoundary = action(ChooseActualsThroughInput, 'month.close', async (input, session) => {
  await chooseActualsThrough(session, input)
  revalidatePath('/', 'layout')
})
