/** A stage of the funnel, upstream first. The arithmetic takes any list that ends with 'won'. */
export type StageKey = string

export const DEFAULT_STAGES = ['visit', 'lead', 'mql', 'opportunity', 'won'] as const

/** The stages a channel goes through: from its entry to won. Empty when the entry is not in the list. */
export function stagesFrom(stages: readonly StageKey[], entry: StageKey): readonly StageKey[] {
  const at = stages.indexOf(entry)
  return at < 0 ? [] : stages.slice(at)
}

/** Transitions of a channel, each named by its two stages, upstream first. One fewer than its stages. */
export function transitionsFrom(
  stages: readonly StageKey[],
  entry: StageKey,
): readonly { from: StageKey; to: StageKey }[] {
  const own = stagesFrom(stages, entry)
  return own.slice(1).map((to, i) => ({ from: own[i] ?? to, to }))
}
