/** One measured figure beside its mark. A ratio is to the bound measured in the same run, on the same machine. */
export type Measure = {
  readonly name: string
  readonly value: string
  /** What it should keep to; null: reported only. */
  readonly mark: string | null
  readonly holds: boolean | null
}

/** A figure that should stay at or below its mark. */
export function atMost(name: string, value: number, mark: number, unit: string): Measure {
  return { name, value: `${rounded(value)} ${unit}`, mark: `≤ ${mark} ${unit}`, holds: value <= mark }
}

/** A figure that should reach its mark. */
export function atLeast(name: string, value: number, mark: number, unit = ''): Measure {
  return { name, value: `${rounded(value)} ${unit}`.trim(), mark: `≥ ${mark} ${unit}`.trim(), holds: value >= mark }
}

export function reported(name: string, value: number, unit: string): Measure {
  return { name, value: `${rounded(value)} ${unit}`, mark: null, holds: null }
}

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2))

export function print(title: string, measures: readonly Measure[]): void {
  console.log(`\n${title}`)
  for (const { name, value, mark, holds } of measures) {
    const verdict = holds === null ? '' : holds ? 'holds' : 'MISSED'
    console.log(`  ${name.padEnd(58)} ${value.padStart(14)}  ${(mark ?? '').padEnd(14)} ${verdict}`)
  }
}

/** The middle of some values, and the one that 99 of 100 stay below. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
