import { isCounted } from './counted'
import type { EntryKinds, Lock } from './entry-kind'
import { lockOf } from './entry-kind'
import type { GridRow } from './grid'
import { LAST_MONTH, type Position } from './move'
import { type CellFault, readCell } from './read-cell'
import { type CellChange, type GridValues, valueAt } from './values'

/** The grid as it is when something is put into it. */
export type Frame = {
  /** On the screen, top to bottom. */
  readonly rows: readonly GridRow[]
  readonly values: GridValues
  /** What the cells show, see shownValues. */
  readonly shown: GridValues
  readonly kinds: EntryKinds
  /** Indexes of the closed months. */
  readonly closed: ReadonlySet<number>
  /** Decimals of money. */
  readonly decimals: number
}

/** A text on its way into a cell. */
export type Placed = Position & { readonly text: string }

/** Why a text does not get into a cell. 'closed': only as a correction, with its reason. */
export type Misfit = CellFault | Lock | 'outside' | 'closed'
export type Unfit = Placed & { readonly why: Misfit }

export type Fit = {
  /** Cells of open months whose value differs from what stood there. */
  readonly changes: readonly CellChange[]
  /** The same of closed months. */
  readonly corrections: readonly CellChange[]
  /** Texts that get into no cell; corrections are not among them. */
  readonly unfit: readonly Unfit[]
  /** Cells that were read, changed or not. */
  readonly taken: readonly Placed[]
}

/** What becomes of texts that are put into cells: each is read, or reported with its place and reason; none is lost. */
export function fitted(texts: readonly Placed[], frame: Frame): Fit {
  const changes: CellChange[] = []
  const corrections: CellChange[] = []
  const unfit: Unfit[] = []
  const taken: Placed[] = []
  const begun = new Set<string>()
  for (const placed of texts) {
    const why = misfit(placed, frame) ?? otherKind(placed, frame, begun)
    if (why !== null) {
      unfit.push({ ...placed, why })
      continue
    }
    const change = changeOf(placed, frame)
    if (change === null) continue
    taken.push(placed)
    if (change.before !== change.after) (frame.closed.has(placed.month) ? corrections : changes).push(change)
  }
  return { changes, corrections, unfit, taken }
}

/** Null: the text fits, or there is nothing to put (a blank beyond the grid, or where a sum stands already). */
function misfit({ row: at, month, text }: Placed, frame: Frame): Misfit | null {
  const row = frame.rows[at]
  if (row === undefined || month > LAST_MONTH) return text.trim() === '' ? null : 'outside'
  const read = readCell(text, row.metric, frame.decimals)
  if ('fault' in read) return read.fault
  const lock = lockOf(row, month, frame.kinds, frame.values)
  return lock !== null && read.value !== null && read.value !== valueAt(frame.shown, row.key, month) ? lock : null
}

/** One block may not begin a channel's month both ways: the kind that comes first stays. */
function otherKind({ row: at, month, text }: Placed, { rows, kinds }: Frame, begun: Set<string>): Lock | null {
  const row = rows[at]
  if (row === undefined || row.channelId === null || isCounted(row, month) || text.trim() === '') return null
  if ((kinds.get(row.channelId)?.[month] ?? null) !== null) return null
  const [own, other] = row.campaignId === null ? ['direct', 'campaigns'] : ['campaigns', 'direct']
  if (begun.has(`${row.channelId} ${month} ${other}`)) return row.campaignId === null ? 'byCampaign' : 'byChannel'
  begun.add(`${row.channelId} ${month} ${own}`)
  return null
}

function changeOf({ row: at, month, text }: Placed, frame: Frame): CellChange | null {
  const row = frame.rows[at]
  if (row === undefined || month > LAST_MONTH) return null
  if (lockOf(row, month, frame.kinds, frame.values) !== null) return null
  const read = readCell(text, row.metric, frame.decimals)
  if ('fault' in read) return null
  return { row: row.key, month, before: valueAt(frame.values, row.key, month), after: read.value }
}
