'use server'

import { revalidatePath } from 'next/cache'
import { makeToken } from '#db/commands/make-token'
import { revokeToken } from '#db/commands/revoke-token'
import { MakeTokenInput, TokenId } from '#lib/api/token'
import { action } from '#server/action'

export const makeTokenAction = action(MakeTokenInput, 'token.edit', async (input, session) => {
  const made = await makeToken(session, input)
  revalidatePath('/settings')
  return made
})

export const revokeTokenAction = action(TokenId, 'token.edit', async (input, session) => {
  await revokeToken(session, input)
  revalidatePath('/settings')
})
