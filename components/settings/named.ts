import type { Result } from '#lib/result'

export type NamedItem = {
  readonly id: string
  readonly name: string
  readonly archived: boolean
  /** The company itself (root team) stays. */
  readonly fixed?: boolean
  readonly note?: string
}

export type NamedVerbs = {
  readonly add: (input: { name: string }) => Promise<Result<unknown>>
  readonly rename: (input: { id: string; name: string }) => Promise<Result<unknown>>
  readonly archive: (input: { id: string }) => Promise<Result<unknown>>
  readonly restore: (input: { id: string }) => Promise<Result<unknown>>
}
