import {
  acknowledged,
  type Cells,
  EMPTY_QUEUE,
  enqueued,
  forgotten,
  missed,
  pause,
  reasonSent,
  refusedBy,
  retried,
  type SaveQueue,
  sent,
  settled,
} from '#lib/actuals/save-queue'
import type { Outcome } from '#lib/actuals/save-request'

/** @param reason why cells of closed months are corrected; null: none is */
type Send = (cells: Cells, reason: string | null) => Promise<Outcome>
type Reasons = SaveQueue['reasons']

/** Sends queued cells by itself: half a second after typing, one request at a time, again when the server is out of reach. */
export class AutoSaver {
  #queue = EMPTY_QUEUE
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopped = false
  readonly #listeners = new Set<() => void>()
  readonly #send: Send

  constructor(send: Send) {
    this.#send = send
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): SaveQueue => this.#queue

  put(cells: Cells, reasons?: Reasons): void {
    if (cells.size === 0) return
    this.#become(enqueued(this.#queue, cells, reasons))
    this.#schedule()
  }

  /** Tries everything again, at once: the person asked, or the network is back. */
  retry(reasons?: Reasons): void {
    this.#become(retried(this.#queue, reasons))
    void this.flush()
  }

  settle(cell: string, keep: 'yours' | 'theirs'): void {
    this.#become(settled(this.#queue, cell, keep))
    this.#schedule()
  }

  /** Gives up cells in which nothing is entered any more. */
  forget(cells: ReadonlySet<string>): void {
    const next = forgotten(this.#queue, cells)
    if (next === this.#queue) return
    this.#become(next)
    this.#schedule()
  }

  start(): void {
    this.#stopped = false
    this.#schedule()
  }

  /** Sends what waits once more and then no longer by itself. */
  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    void this.flush()
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    const next = sent(this.#queue)
    if (next === this.#queue) return
    this.#become(next)
    const outcome = await this.#send(next.sending, reasonSent(next)).catch((): Outcome => ({ kind: 'unreachable' }))
    this.#become(answered(this.#queue, outcome))
    this.#schedule()
  }

  #schedule(): void {
    clearTimeout(this.#timer)
    if (this.#stopped || this.#queue.waiting.size === 0) return
    this.#timer = setTimeout(() => void this.flush(), pause(this.#queue.misses))
  }

  #become(queue: SaveQueue): void {
    if (queue === this.#queue) return
    this.#queue = queue
    for (const listener of this.#listeners) listener()
  }
}

function answered(queue: SaveQueue, outcome: Outcome): SaveQueue {
  if (outcome.kind === 'saved') return acknowledged(queue, new Date().toISOString(), outcome.conflicts)
  if (outcome.kind === 'refused') return refusedBy(queue, outcome.reason, outcome.faulty)
  return missed(queue)
}
