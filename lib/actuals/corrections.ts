import type { Restatement } from '#lib/monthly-actual'
import { keyOf } from './save-request'

/** What became of a closed cell: the figure at its close, the figure now, and every step with its reason. */
export type Correction = {
  readonly before: number | null
  readonly after: number | null
  /** In the order of time; never empty. */
  readonly steps: readonly Restatement[]
}

/** By cell key (see cellKey). A cell that was put back to its frozen figure keeps its mark: the books say so too. */
export function correctionsByCell(restatements: readonly Restatement[]): ReadonlyMap<string, Correction> {
  const found = new Map<string, Correction>()
  for (const one of restatements) {
    const key = keyOf(one)
    const earlier = found.get(key)
    found.set(key, {
      before: earlier ? earlier.before : one.before,
      after: one.after,
      steps: [...(earlier?.steps ?? []), one],
    })
  }
  return found
}
