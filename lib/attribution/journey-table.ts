import type { CreditLines } from './credit-lines'
import { roomFor } from './growing'
import type { Deal, DealFacts } from './journey'

/**
 * Many deals with their touches, in columns of numbers: 17 bytes for a touch. Touches are added in the order of time,
 * equal times in the order of the records.
 */
export class JourneyTable {
  readonly lines: CreditLines
  readonly facts: DealFacts[] = []
  ats = new Float64Array(64)
  days = new Int32Array(64)
  touchLines = new Int32Array(64)
  owns = new Uint8Array(64)
  #starts = new Int32Array(64)
  #touches = 0

  constructor(lines: CreditLines) {
    this.lines = lines
  }

  get size(): number {
    return this.facts.length
  }

  /** Begins a deal; the touches added from now on are its own. RangeError when it is won on no day, or its amount is not whole. */
  begin(facts: DealFacts): void {
    if (facts.state === 'won' && facts.closedDay === null) throw new RangeError('a won deal without a day of close')
    if (!Number.isSafeInteger(facts.amount)) throw new RangeError(`not an amount: ${facts.amount}`)
    const deal = this.facts.push(facts) - 1
    this.#starts = roomFor(this.#starts, deal + 2)
    this.#starts[deal] = this.#touches
    this.#starts[deal + 1] = this.#touches
  }

  touch(at: number, day: number, channelId: string, campaignId: string | null, isOwn: boolean): void {
    const i = this.#touches++
    if (i === this.ats.length) this.#grow(i + 1)
    this.ats[i] = at
    this.days[i] = day
    this.touchLines[i] = this.lines.line(channelId, campaignId)
    this.owns[i] = isOwn ? 1 : 0
    this.#starts[this.facts.length] = this.#touches
  }

  push(deal: Deal): void {
    this.begin(deal)
    for (const { at, day, channelId, campaignId, isOwn } of deal.touches)
      this.touch(at, day, channelId, campaignId, isOwn)
  }

  /** Where the touches of a deal begin; those of the next begin where its own end. */
  startOf(deal: number): number {
    return this.#starts[deal] ?? 0
  }

  /** Forgets the deals and keeps the room. */
  clear(): void {
    this.facts.length = 0
    this.#touches = 0
  }

  #grow(size: number): void {
    this.ats = roomFor(this.ats, size)
    this.days = roomFor(this.days, size)
    this.touchLines = roomFor(this.touchLines, size)
    this.owns = roomFor(this.owns, size)
  }
}
