import { classes } from '../ui/classes'

export type TrackMark = {
  /** Same scale as `value` and `goal`. */
  readonly at: number
  readonly label: string
  readonly strong?: boolean
}

type ProgressTrackProps = {
  /** What the track says, in a sentence. */
  readonly label: string
  readonly value: number
  readonly goal: number
  /** Ticks on the track: pace, goal, last year. */
  readonly marks: readonly TrackMark[]
}

/** How far the actual has come, against ticks such as pace and goal. Starts at 0; grows with what lies beyond the goal. */
export function ProgressTrack({ label, value, goal, marks }: ProgressTrackProps) {
  const end = Math.max(goal, value, ...marks.map((mark) => mark.at)) * 1.06
  // A label under the right end would leave the card.
  const isNearEnd = (amount: number) => amount > end * 0.85
  const percent = (amount: number) => `${end <= 0 ? 0 : Math.min(100, Math.max(0, (amount / end) * 100))}%`
  return (
    <div role="img" aria-label={label}>
      <div className="relative h-4 rounded-1 bg-surface-3">
        <span className="absolute inset-y-0 left-0 rounded-l-1 bg-series-actual" style={{ width: percent(value) }} />
        {marks.map((mark) => (
          <span
            key={mark.label}
            className={classes(
              'absolute -inset-y-0.75 w-0.5 -translate-x-1/2 ring-[1.5px] ring-surface',
              mark.strong ? 'bg-text' : 'bg-series-last',
            )}
            style={{ left: percent(mark.at) }}
          />
        ))}
      </div>
      <div aria-hidden="true" className="relative mt-1.25 h-5 text-micro text-text-3">
        {marks.map((mark) => (
          <span
            key={mark.label}
            className={classes(
              'absolute whitespace-nowrap',
              !isNearEnd(mark.at) && '-translate-x-1/2',
              mark.strong ? 'font-strong text-text' : 'max-tablet:hidden',
            )}
            style={isNearEnd(mark.at) ? { right: 0 } : { left: percent(mark.at) }}
          >
            {mark.label}
          </span>
        ))}
      </div>
    </div>
  )
}
