import { ahead, type Comparison, compared } from './compared'
import type { Ledger, LedgerRow } from './ledger'

/** A column of the table: a month, quarter, half or the year. */
export type Period = {
  /** 'm0' … 'm11', 'q1' … 'q4', 'h1', 'h2', 'year'. */
  readonly key: string
  readonly kind: 'month' | 'quarter' | 'half' | 'year'
  readonly first: number
  readonly last: number
}

const month = (first: number): Period => ({ key: `m${first}`, kind: 'month', first, last: first })

function quarter(n: number): Period[] {
  const first = (n - 1) * 3
  const whole: Period = { key: `q${n}`, kind: 'quarter', first, last: first + 2 }
  return [month(first), month(first + 1), month(first + 2), whole]
}

export const YEAR: Period = { key: 'year', kind: 'year', first: 0, last: 11 }

/** All nineteen columns in their order: each quarter after its months, each half after its quarters, the year last. */
export const PERIODS: readonly Period[] = [
  ...quarter(1),
  ...quarter(2),
  { key: 'h1', kind: 'half', first: 0, last: 5 },
  ...quarter(3),
  ...quarter(4),
  { key: 'h2', kind: 'half', first: 6, last: 11 },
  YEAR,
]

export function monthsOf({ first, last }: Pick<Period, 'first' | 'last'>): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** 単月 shows each period by itself, 累計 from the year's first month to the period's end. */
export type Accumulation = 'monthly' | 'cumulative'

/** A column's comparison. Cumulative, a period that no finished month has reached shows its plan only. */
export function comparedIn(rows: readonly LedgerRow[], period: Period, ledger: Ledger, mode: Accumulation): Comparison {
  if (mode === 'monthly') return compared(rows, monthsOf(period), ledger)
  const soFar = compared(rows, monthsOf({ first: 0, last: period.last }), ledger)
  if (period.first > ledger.actualsThrough) return ahead(soFar)
  return { ...soFar, cumulative: false }
}
