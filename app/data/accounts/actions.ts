'use server'

import { revalidatePath } from 'next/cache'
import { mergeAccounts } from '#db/commands/merge-accounts'
import { undoAccountMerge } from '#db/commands/undo-account-merge'
import { MergeAccountsInput, MergeId } from '#lib/records/account-merge'
import { action } from '#server/action'

export const mergeAccountsAction = action(MergeAccountsInput, 'account.merge', async (input, session) => {
  const merged = await mergeAccounts(session, input)
  revalidatePath('/', 'layout')
  return merged
})

export const undoAccountMergeAction = action(MergeId, 'account.merge', async (input, session) => {
  const undone = await undoAccountMerge(session, input)
  revalidatePath('/', 'layout')
  return undone
})
