import type { Position } from '#lib/actuals/move'
import { isIn, type Range } from '#lib/actuals/range'
import { classes } from '../ui/classes'

export type CellState = {
  readonly time: 'closed' | 'finished' | 'running' | 'future'
  readonly missing: boolean
  /** Typed, but not readable. */
  readonly wrong: boolean
  /** Somebody else saved another value. */
  readonly disputed: boolean
  /** Entered the other way: this is a sum, or nothing. */
  readonly locked: boolean
  readonly isCampaign: boolean
  readonly selected: boolean
  /** Dashed sides of the block that was pasted, or to which the fill handle is drawn. */
  readonly dashed: string | null
}

const TIME: Record<CellState['time'], string> = {
  closed: 'bg-surface-2 text-text-2',
  finished: 'text-text',
  running: 'text-text',
  future: 'text-text-2',
}

export function cellClasses(state: CellState): string {
  const { time, missing, wrong, disputed, locked, isCampaign, selected, dashed } = state
  const faulty = wrong || disputed
  return classes(
    'relative h-(--row-h) border-r border-b px-1.5 text-right whitespace-nowrap select-none',
    TIME[time],
    isCampaign && 'text-text-2',
    locked && 'bg-surface-2 text-text-2',
    missing && 'hatch-missing text-micro text-watch',
    faulty && 'bg-bad-soft font-strong text-bad inset-ring-2 inset-ring-bad',
    (selected || dashed !== null) && !faulty && 'bg-accent-soft',
    dashed !== null &&
      'before:pointer-events-none before:absolute before:-inset-px before:z-[1] before:border-dashed before:border-accent',
    dashed,
  )
}

/** The sides of a block on which a cell lies, dashed; null outside it. */
export function dashedSides(at: Position, block: Range | null): string | null {
  if (block === null || !isIn(block, at)) return null
  return classes(
    at.row === block.top && 'before:border-t-[1.5px]',
    at.row === block.bottom && 'before:border-b-[1.5px]',
    at.month === block.left && 'before:border-l-[1.5px]',
    at.month === block.right && 'before:border-r-[1.5px]',
  )
}
