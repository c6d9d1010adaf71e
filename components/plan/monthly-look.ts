import type { PeriodColumn } from './monthly-rows'

export const NAME =
  'sticky left-0 z-10 border-r border-r-border-strong bg-surface pr-2.5 pl-4 text-left font-regular whitespace-nowrap'
export const BEFORE = 'bg-accent-soft px-2 text-right whitespace-nowrap'

/** What a column looks like: totals stand out, months and quarters go on a phone. */
export const COLUMN: Record<PeriodColumn['kind'], string> = {
  month: 'min-w-12 max-tablet:hidden',
  quarter: 'max-tablet:hidden bg-surface-2 border-r',
  half: 'bg-surface-2',
  year: 'bg-surface-2 font-strong',
}
