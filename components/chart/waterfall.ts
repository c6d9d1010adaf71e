/** 'total' stands on the base line, 'effect' on the step before it, 'quiet' too, hatched: it explains but is no lever. */
export type StepKind = 'total' | 'effect' | 'quiet'

/** One bar of a waterfall. */
export type Step = {
  readonly key: string
  /** Under the bar; breaks where it may. */
  readonly label: string
  readonly kind: StepKind
  readonly amount: number
}

/** Where a bar begins and ends on the axis. */
export type Span = readonly [from: number, to: number]

/** Each step's bar: totals from 0, effects from where the step before them ended. */
export function spans(steps: readonly Step[]): Span[] {
  let level = 0
  return steps.map(({ kind, amount }): Span => {
    const from = kind === 'total' ? 0 : level
    level = from + amount
    return [from, level]
  })
}
