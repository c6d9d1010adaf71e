'use server'

import { revalidatePath } from 'next/cache'
import { changeChannelCredit } from '#db/commands/change-channel-credit'
import { saveAttributionRules } from '#db/commands/save-attribution-rules'
import { ChangeChannelCreditInput, SaveAttributionRulesInput } from '#lib/input/attribution-rules'
import { action } from '#server/action'

export const saveAttributionRulesAction = action(
  SaveAttributionRulesInput,
  'attribution.edit',
  async (input, session) => {
    await saveAttributionRules(session, input)
    revalidatePath('/', 'layout')
  },
)

export const changeChannelCreditAction = action(
  ChangeChannelCreditInput,
  'attribution.edit',
  async (input, session) => {
    await changeChannelCredit(session, input)
    revalidatePath('/', 'layout')
  },
)
