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

/** Below this part of the first total, even the largest effect would be a hairline beside it. */
const READABLE = 0.1

/**
 * The amount on which the base line stands: 0, or the first total where effects would be too small to see beside it;
 * bars then show what is above or below that total.
 */
export function baseOf(steps: readonly Step[]): number {
  const first = steps[0]?.kind === 'total' ? steps[0].amount : 0
  const largest = Math.max(0, ...steps.map(({ kind, amount }) => (kind === 'total' ? 0 : Math.abs(amount))))
  return largest < Math.abs(first) * READABLE ? first : 0
}

/** Each step's bar, measured from the base line: totals begin on it, effects where the step before them ended. */
export function spans(steps: readonly Step[], base = 0): Span[] {
  let level = 0
  return steps.map(({ kind, amount }): Span => {
    const from = kind === 'total' ? 0 : level
    level = kind === 'total' ? amount - base : from + amount
    return [from, level]
  })
}
