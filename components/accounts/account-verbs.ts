import type { MergeAccountsInput, MovedCounts } from '#lib/records/account-merge'
import type { Result } from '#lib/result'

/** What the screen of companies asks of the server. */
export type AccountVerbs = {
  readonly merge: (
    input: MergeAccountsInput,
  ) => Promise<Result<{ readonly mergeId: string; readonly moved: MovedCounts }>>
  readonly undo: (input: { readonly mergeId: string }) => Promise<Result<{ readonly returned: number }>>
}
