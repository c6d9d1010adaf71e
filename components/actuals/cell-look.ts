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
  /** Takes no figure: this is a sum, counted from records, or nothing. */
  readonly locked: boolean
  readonly isCampaign: boolean
  readonly selected: boolean
  /** Sides of the selected block. */
  readonly outlined: string | null
  /** Dashed sides of the block that was pasted, or to which the fill handle is drawn. */
  readonly dashed: string | null
}

const TIME: Record<CellState['time'], string> = {
  closed: 'text-text-2',
  finished: 'text-text',
  running: 'text-text',
  future: 'text-text-2',
}

/** One ground at a time: what is wrong, then what is selected, then what is missing, closed or a sum. */
function ground({ time, missing, wrong, disputed, locked, selected, dashed }: CellState): string | false {
  if (wrong || disputed) return 'bg-bad-soft font-strong text-bad inset-ring-2 inset-ring-bad'
  if (selected || dashed !== null) return classes('bg-accent-soft', missing && 'text-micro text-watch')
  if (missing) return 'hatch-missing text-micro text-watch'
  return (time === 'closed' || locked) && 'bg-surface-2'
}

export function cellClasses(state: CellState): string {
  const { time, locked, isCampaign, outlined, dashed } = state
  return classes(
    'relative h-(--row-h) border-r border-b px-1.5 text-right whitespace-nowrap select-none',
    isCampaign || locked ? 'text-text-2' : TIME[time],
    ground(state),
    dashed !== null && classes(EDGE_BEFORE, dashed),
    outlined !== null && classes(EDGE_AFTER, outlined),
  )
}

const EDGE_BEFORE =
  'before:pointer-events-none before:absolute before:-inset-px before:z-[1] before:border-dashed before:border-accent'
const EDGE_AFTER = 'after:pointer-events-none after:absolute after:-inset-px after:z-[1] after:border-accent'

/** The sides of the selected block on which a cell lies; null outside it. */
export function outlinedSides(at: Position, block: Range | null): string | null {
  if (block === null || !isIn(block, at)) return null
  return classes(
    at.row === block.top && 'after:border-t-[1.5px]',
    at.row === block.bottom && 'after:border-b-[1.5px]',
    at.month === block.left && 'after:border-l-[1.5px]',
    at.month === block.right && 'after:border-r-[1.5px]',
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
