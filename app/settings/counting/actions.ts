'use server'

import { revalidatePath } from 'next/cache'
import { countFrom } from '#db/commands/count-from'
import { CountFromInput } from '#lib/records/counted'
import { action } from '#server/action'

export const countFromAction = action(CountFromInput, 'records.import', async (input, session) => {
  await countFrom(session, input)
  revalidatePath('/settings/counting')
})
