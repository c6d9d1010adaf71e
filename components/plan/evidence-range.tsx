'use client'

type EvidenceRangeProps = {
  /** The drawing in words. */
  readonly label: string
  /** Fractions. */
  readonly rate: number
  readonly interval: { readonly low: number; readonly high: number }
  readonly assumed: number | null
}

/** The 90 % interval as a band, the observed rate as a disc, the assumption as a tick, on a scale of their own. */
export function EvidenceRange({ label, rate, interval, assumed }: EvidenceRangeProps) {
  const marks = [interval.low, interval.high, rate, ...(assumed === null ? [] : [assumed])]
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  const margin = (most - least) * 0.18 || most * 0.1 || 0.01
  const at = (value: number) => (100 * (value - least + margin)) / (most - least + 2 * margin)
  return (
    <svg role="img" aria-label={label} className="block h-4 w-full overflow-visible">
      <line x1="0" x2="100%" y1="8" y2="8" className="stroke-border" />
      <rect
        x={`${at(interval.low)}%`}
        width={`${at(interval.high) - at(interval.low)}%`}
        y="4.5"
        height="7"
        rx="3.5"
        className="fill-accent-soft stroke-accent-line"
      />
      <circle cx={`${at(rate)}%`} cy="8" r="3.5" className="fill-accent" />
      {assumed !== null && (
        <line x1={`${at(assumed)}%`} x2={`${at(assumed)}%`} y1="1" y2="15" className="stroke-text stroke-2" />
      )}
    </svg>
  )
}
