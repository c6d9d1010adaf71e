/** Cells that wait to be saved, by cell. The value of a cell is the last one typed; null blanks it. */
export type Cells = ReadonlyMap<string, number | null>

/** Somebody saved the same cell first: both values, until the person chooses. `version` is that of theirs. */
export type CellConflict = {
  readonly yours: number | null
  readonly theirs: number | null
  readonly version: number | null
}
export type Conflicts = ReadonlyMap<string, CellConflict>

/** Where saving stands. `sending` is the one request under way; what is typed meanwhile waits in `waiting`. */
export type SaveQueue = {
  readonly waiting: Cells
  readonly sending: Cells
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
  refused: NONE,
  reason: null,
  conflicts: new Map(),
  misses: 0,
  saved: null,
}

/** Puts changed cells into the queue. A refused or disputed cell that changes gets a new chance. */
export function enqueued(queue: SaveQueue, cells: Cells): SaveQueue {
  const refused = without(queue.refused, cells)
  return {
    ...queue,
    waiting: merged(queue.waiting, cells),
    refused,
    reason: refused.size === 0 ? null : queue.reason,
    conflicts: without(queue.conflicts, cells),
  }
}

/** Takes all that waits for one request; the same queue while one is under way or nothing waits. */
export function sent(queue: SaveQueue): SaveQueue {
  if (queue.sending.size > 0 || queue.waiting.size === 0) return queue
  return { ...queue, sending: queue.waiting, waiting: NONE }
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
  if (keep === 'yours') return enqueued(queue, choice)
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

/** Tries the refused cells again. */
export function retried(queue: SaveQueue): SaveQueue {
  return { ...queue, waiting: merged(queue.refused, queue.waiting), refused: NONE, reason: null, misses: 0 }
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
