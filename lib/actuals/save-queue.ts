/** Cells that wait to be saved, by cell. The value of a cell is the last one typed; null blanks it. */
export type Cells = ReadonlyMap<string, number | null>

/** Somebody saved the same cell first: both values, until the person chooses. `version` is that of theirs. */
export type CellConflict = {
  readonly yours: number | null
  readonly theirs: number | null
  readonly version: number | null
  /** Who saved theirs, and when (ISO 8601), where it is known. */
  readonly by: string | null
  readonly at: string | null
}
export type Conflicts = ReadonlyMap<string, CellConflict>

/** Where saving stands. `sending` is the one request under way; what is typed meanwhile waits in `waiting`. */
export type SaveQueue = {
  readonly waiting: Cells
  readonly sending: Cells
  /** Why cells of closed months are corrected, by cell; a request carries one reason. */
  readonly reasons: ReadonlyMap<string, string>
  /** Cells that the server refused, kept with their reason until they change or are tried again. */
  readonly refused: Cells
  readonly reason: string | null
  readonly conflicts: Conflicts
  /** How often in a row the server could not be reached. */
  readonly misses: number
  /** The last success: how many cells, and when (ISO 8601). */
  readonly saved: { readonly count: number; readonly at: string } | null
}

const NONE: Cells = new Map()

export const EMPTY_QUEUE: SaveQueue = {
  waiting: NONE,
  sending: NONE,
  reasons: new Map(),
  refused: NONE,
  reason: null,
  conflicts: new Map(),
  misses: 0,
  saved: null,
}

/**
 * Puts changed cells into the queue, corrections of closed months with their reason. A refused or disputed cell that
 * changes gets a new chance.
 */
export function enqueued(queue: SaveQueue, cells: Cells, reasons: SaveQueue['reasons'] = new Map()): SaveQueue {
  const refused = without(queue.refused, cells)
  return {
    ...queue,
    waiting: merged(queue.waiting, cells),
    reasons: merged(without(queue.reasons, cells), reasons),
    refused,
    reason: refused.size === 0 ? null : queue.reason,
    conflicts: without(queue.conflicts, cells),
  }
}

/**
 * Takes what waits for one request: all, or all with the reason of the first. The same queue while a request is under
 * way or nothing waits.
 */
export function sent(queue: SaveQueue): SaveQueue {
  const [first] = queue.waiting.keys()
  if (queue.sending.size > 0 || first === undefined) return queue
  const reason = queue.reasons.get(first)
  const sending = new Map([...queue.waiting].filter(([cell]) => queue.reasons.get(cell) === reason))
  return { ...queue, sending, waiting: without(queue.waiting, sending) }
}

/** The reason of the request under way; null: it corrects nothing. */
export function reasonSent({ sending, reasons }: SaveQueue): string | null {
  const [first] = sending.keys()
  return (first !== undefined && reasons.get(first)) || null
}

/** The request succeeded, but for the cells in `conflicts`; those that were typed into again since are no longer disputed. */
export function acknowledged(queue: SaveQueue, at: string, conflicts: Conflicts = new Map()): SaveQueue {
  const count = queue.sending.size - conflicts.size
  return {
    ...queue,
    sending: NONE,
    misses: 0,
    saved: count > 0 ? { count, at } : queue.saved,
    conflicts: without(merged(queue.conflicts, conflicts), queue.waiting),
  }
}

/** The person chose between the two values of a disputed cell: theirs stands already, one's own is saved over it. */
export function settled(queue: SaveQueue, cell: string, keep: 'yours' | 'theirs'): SaveQueue {
  const conflict = queue.conflicts.get(cell)
  if (conflict === undefined) return queue
  const choice: Cells = new Map([[cell, conflict.yours]])
  if (keep === 'yours') return enqueued(queue, choice, only(queue.reasons, choice))
  return { ...queue, conflicts: without(queue.conflicts, choice) }
}

/** The server could not be reached: the cells wait again, below what was typed since. */
export function missed(queue: SaveQueue): SaveQueue {
  return { ...queue, sending: NONE, waiting: merged(queue.sending, queue.waiting), misses: queue.misses + 1 }
}

/**
 * The server answered no. Only the cells that it named are held back, the others wait again; if it named none, all are
 * held back. What was typed since replaces a refused value.
 */
export function refusedBy(queue: SaveQueue, reason: string, faulty: readonly string[]): SaveQueue {
  const named = new Set(faulty)
  const isRefused = (cell: string) => named.size === 0 || named.has(cell)
  const held = new Map([...queue.sending].filter(([cell]) => isRefused(cell)))
  const others = new Map([...queue.sending].filter(([cell]) => !isRefused(cell)))
  return {
    ...queue,
    sending: NONE,
    waiting: merged(others, queue.waiting),
    refused: without(merged(queue.refused, held), queue.waiting),
    reason,
    misses: 0,
  }
}

/** Tries the refused cells again; `reasons` for those whose month somebody has closed in between. */
export function retried(queue: SaveQueue, reasons: SaveQueue['reasons'] = new Map()): SaveQueue {
  return {
    ...queue,
    waiting: merged(queue.refused, queue.waiting),
    reasons: merged(queue.reasons, reasons),
    refused: NONE,
    reason: null,
    misses: 0,
  }
}

/** Gives up cells in which nothing is entered any more; what was refused along with them is tried again. */
export function forgotten(queue: SaveQueue, cells: ReadonlySet<string>): SaveQueue {
  const gone: Cells = new Map([...unsaved(queue)].filter(([cell]) => cells.has(cell) && !queue.sending.has(cell)))
  if (gone.size === 0) return queue
  const refused = without(queue.refused, gone)
  const left = {
    ...queue,
    waiting: without(queue.waiting, gone),
    reasons: without(queue.reasons, gone),
    refused,
    conflicts: without(queue.conflicts, gone),
  }
  return refused.size < queue.refused.size ? retried(left) : left
}

/** All that the server has not confirmed. */
export function unsaved(queue: SaveQueue): Cells {
  const disputed = new Map([...queue.conflicts].map(([cell, { yours }]) => [cell, yours]))
  return merged(disputed, queue.refused, queue.sending, queue.waiting)
}

/** Milliseconds until the next attempt: half a second after typing; 2, 4, 8 … 30 seconds when the server is out of reach. */
export function pause(misses: number): number {
  return misses === 0 ? 500 : Math.min(30_000, 1000 * 2 ** misses)
}

/** Later cells win. */
function merged<Value>(...all: readonly ReadonlyMap<string, Value>[]): ReadonlyMap<string, Value> {
  return new Map(all.flatMap((cells) => [...cells]))
}

function without<Value>(cells: ReadonlyMap<string, Value>, others: ReadonlyMap<string, unknown>) {
  return new Map([...cells].filter(([cell]) => !others.has(cell)))
}

function only<Value>(cells: ReadonlyMap<string, Value>, others: ReadonlyMap<string, unknown>) {
  return new Map([...cells].filter(([cell]) => others.has(cell)))
}
