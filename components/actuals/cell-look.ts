import type { Position } from '#lib/actuals/move'
import { classes } from '../ui/classes'

export type CellState = {
  readonly time: 'finished' | 'running' | 'future'
  readonly missing: boolean
  /** Typed, but not readable. */
  readonly wrong: boolean
  /** Somebody else saved another value. */
  readonly disputed: boolean
  readonly pasted: boolean
  /** Sides of the pasted block that this cell lies on. */
  readonly edges: string
}

const TIME: Record<CellState['time'], string> = {
  finished: 'text-text',
  running: 'text-text',
  future: 'text-text-2',
}

export function cellClasses({ time, missing, wrong, disputed, pasted, edges }: CellState): string {
  return classes(
    'relative h-(--row-h) border-r border-b px-1.5 text-right whitespace-nowrap',
    TIME[time],
    missing && 'hatch-missing text-micro text-watch',
    (wrong || disputed) && 'bg-bad-soft font-strong text-bad inset-ring-2 inset-ring-bad',
    pasted && !wrong && !disputed && 'bg-accent-soft',
    pasted &&
      'before:pointer-events-none before:absolute before:-inset-px before:z-[1] before:border-dashed before:border-accent',
    edges,
  )
}

/** Dashed sides around a pasted block. */
export function blockEdges(at: Position, from: Position, to: Position): string {
  return classes(
    at.row === from.row && 'before:border-t-[1.5px]',
    at.row === to.row && 'before:border-b-[1.5px]',
    at.month === from.month && 'before:border-l-[1.5px]',
    at.month === to.month && 'before:border-r-[1.5px]',
  )
}

export function isWithin(at: Position, from: Position, to: Position): boolean {
  return at.row >= from.row && at.row <= to.row && at.month >= from.month && at.month <= to.month
}
