import { OPPORTUNITY_STATES } from '#lib/records/opportunity'
import type { CreditLines } from './credit-lines'
import { roomFor } from './growing'
import type { Deal, DealFacts } from './journey'

/** Stands for a day that there is not. */
export const NO_DAY = -2_147_483_648
const FIRST_ROOM = 64

/** Many deals with their touches, in columns of numbers: 34 bytes for a deal and 17 for a touch. */
export class JourneyTable {
  readonly lines: CreditLines
  /** Number of deals. */
  size = 0
  teams = new Int32Array(FIRST_ROOM)
  /** Places among OPPORTUNITY_STATES. */
  states = new Uint8Array(FIRST_ROOM)
  /** 1: new business. */
  news = new Uint8Array(FIRST_ROOM)
  amounts = new Float64Array(FIRST_ROOM)
  createdDays = new Int32Array(FIRST_ROOM)
  closedDays = new Int32Array(FIRST_ROOM)
  /** −∞: there is no lead. */
  leadAts = new Float64Array(FIRST_ROOM)
  leadDays = new Int32Array(FIRST_ROOM)
  /** Where a deal's touches begin; those of the next begin where its own end. */
  starts = new Int32Array(FIRST_ROOM)
  ats = new Float64Array(FIRST_ROOM)
  days = new Int32Array(FIRST_ROOM)
  touchLines = new Int32Array(FIRST_ROOM)
  /** 1: of the deal's own person. */
  owns = new Uint8Array(FIRST_ROOM)

  constructor(lines: CreditLines) {
    this.lines = lines
  }

  /** Begins a deal; the touches added from now on are its own. RangeError when it is won on no day, or its amount is not whole. */
  begin(facts: DealFacts): void {
    if (facts.state === 'won' && facts.closedDay === null) throw new RangeError('a won deal without a day of close')
    if (!Number.isSafeInteger(facts.amount)) throw new RangeError(`not an amount: ${facts.amount}`)
    const deal = this.size++
    if (deal + 2 > this.teams.length) this.#growDeals(deal + 2)
    this.teams[deal] = this.lines.team(facts.teamId)
    this.states[deal] = OPPORTUNITY_STATES.indexOf(facts.state)
    this.news[deal] = facts.isNew ? 1 : 0
    this.amounts[deal] = facts.amount
    this.createdDays[deal] = facts.createdDay
    this.closedDays[deal] = facts.closedDay ?? NO_DAY
    this.leadAts[deal] = facts.leadAt ?? Number.NEGATIVE_INFINITY
    this.leadDays[deal] = facts.leadDay ?? NO_DAY
    this.starts[deal + 1] = this.starts[deal] ?? 0
  }

  /** Adds a touch to the deal begun last: in the order of time, equal times in the order of the records. */
  touch(at: number, day: number, channelId: string, campaignId: string | null, isOwn: boolean): void {
    const i = this.starts[this.size] ?? 0
    if (i === this.ats.length) this.#growTouches(i + 1)
    this.ats[i] = at
    this.days[i] = day
    this.touchLines[i] = this.lines.line(channelId, campaignId)
    this.owns[i] = isOwn ? 1 : 0
    this.starts[this.size] = i + 1
  }

  /** Begins a deal that has the touches of the one begun last. */
  beginAgain(facts: DealFacts): void {
    const [from, to] = [this.starts[this.size - 1] ?? 0, this.starts[this.size] ?? 0]
    this.begin(facts)
    if (2 * to - from > this.ats.length) this.#growTouches(2 * to - from)
    for (const column of [this.ats, this.days, this.touchLines, this.owns]) column.copyWithin(to, from, to)
    this.starts[this.size] = 2 * to - from
  }

  push(deal: Deal): void {
    this.begin(deal)
    for (const { at, day, channelId, campaignId, isOwn } of deal.touches)
      this.touch(at, day, channelId, campaignId, isOwn)
  }

  /** The facts of a deal again; null: there is no such deal. */
  factsOf(deal: number): DealFacts | null {
    const state = OPPORTUNITY_STATES[this.states[deal] ?? 0]
    if (deal >= this.size || state === undefined) return null
    const orNull = (value: number | undefined) => (value === undefined || value === NO_DAY ? null : value)
    const leadAt = this.leadAts[deal] ?? Number.NEGATIVE_INFINITY
    return {
      ...{ teamId: this.lines.teamIds[this.teams[deal] ?? 0] ?? '', state, isNew: this.news[deal] === 1 },
      ...{ amount: this.amounts[deal] ?? 0, createdDay: this.createdDays[deal] ?? 0 },
      ...{ closedDay: orNull(this.closedDays[deal]), leadDay: orNull(this.leadDays[deal]) },
      leadAt: leadAt === Number.NEGATIVE_INFINITY ? null : leadAt,
    }
  }

  /** Forgets the deals and keeps the room. */
  clear(): void {
    this.size = 0
  }

  #growDeals(size: number): void {
    this.teams = roomFor(this.teams, size)
    this.states = roomFor(this.states, size)
    this.news = roomFor(this.news, size)
    this.amounts = roomFor(this.amounts, size)
    this.createdDays = roomFor(this.createdDays, size)
    this.closedDays = roomFor(this.closedDays, size)
    this.leadAts = roomFor(this.leadAts, size)
    this.leadDays = roomFor(this.leadDays, size)
    this.starts = roomFor(this.starts, size)
  }

  #growTouches(size: number): void {
    this.ats = roomFor(this.ats, size)
    this.days = roomFor(this.days, size)
    this.touchLines = roomFor(this.touchLines, size)
    this.owns = roomFor(this.owns, size)
  }
}
