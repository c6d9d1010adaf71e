import type { MakeTokenInput, TokenScope } from '#lib/api/token'
import type { Result } from '#lib/result'

/** A token in the list; its moments are written already. */
export type TokenItem = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly facts: readonly string[]
}

export type TokenVerbs = {
  readonly make: (input: MakeTokenInput) => Promise<Result<{ readonly tokenId: string; readonly token: string }>>
  readonly revoke: (input: { tokenId: string }) => Promise<Result<void>>
}
