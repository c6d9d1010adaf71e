import type { Basis } from './credit'
import { roomFor } from './growing'
import type { DealFacts, JourneyFacts } from './journey'
import type { JourneyTable } from './journey-table'
import { MILESTONES, type Milestone } from './models'
import type { AttributionRules } from './rules'

/** Touches count up to and with the day of close, or that of creation. */
export const PATH_ENDS = ['closed', 'created'] as const
export type PathEnd = (typeof PATH_ENDS)[number]

export const PATH_END = {
  won: 'closed',
  cohort: 'closed',
  created: 'created',
  open: 'created',
} as const satisfies Record<Basis, PathEnd>

/** The last day of a path; null: an opportunity that is not closed has none to its close. */
export function endOf(facts: JourneyFacts, end: PathEnd): number | null {
  return end === 'closed' ? facts.closedDay : facts.createdDay
}

/** Whether a deal is credited under a basis at all. */
export function isCredited(facts: DealFacts, basis: Basis): boolean {
  if (PATH_END[basis] === 'closed') return facts.state === 'won'
  return basis === 'created' || facts.state === 'open'
}

/**
 * The touches of one deal that count, with the milestones they hold (DOMAIN §7): FT is the first, CW the last, LC and OC
 * the last at or before the lead's and the opportunity's creation, −1 where there is none. One path is read over and
 * over, so that millions of deals leave no garbage.
 */
export class Path {
  size = 0
  leadCreation = -1
  opportunityCreation = -1
  /** Places of the touches among the table's. */
  touches = new Int32Array(64)
  days = new Int32Array(64)
  lines = new Int32Array(64)
  channels = new Int32Array(64)

  /** Takes the touches of a deal in the table from `lastDay` − lookback to `lastDay`. */
  read(table: JourneyTable, deal: number, lastDay: number, rules: AttributionRules): void {
    this.size = 0
    this.leadCreation = -1
    this.opportunityCreation = -1
    const from = table.starts[deal] ?? 0
    const to = table.starts[deal + 1] ?? 0
    if (to - from > this.touches.length) this.#grow(to - from)
    const leadAt = table.leadAts[deal] ?? Number.NEGATIVE_INFINITY
    const createdDay = table.createdDays[deal] ?? 0
    const firstDay = lastDay - rules.lookbackDays
    const isOwnOnly = rules.level === 'person'
    for (let i = from; i < to; i++) {
      const day = table.days[i] ?? 0
      if (day < firstDay || day > lastDay || (isOwnOnly && table.owns[i] === 0)) continue
      if ((table.ats[i] ?? 0) <= leadAt) this.leadCreation = this.size
      if (day <= createdDay) this.opportunityCreation = this.size
      this.#take(table, i, day)
    }
  }

  /** The milestones that the touch at a place of the path marks. */
  milestonesAt(place: number): Milestone[] {
    const places = { first: 0, leadCreation: this.leadCreation, opportunityCreation: this.opportunityCreation }
    return MILESTONES.filter((milestone) => (milestone === 'last' ? this.size - 1 : places[milestone]) === place)
  }

  /** Whether the same touches, on the same days, mark the same milestones. Both are read from tables of the same lines. */
  equals(other: Path): boolean {
    if (this.size !== other.size || this.leadCreation !== other.leadCreation) return false
    if (this.opportunityCreation !== other.opportunityCreation) return false
    for (let i = 0; i < this.size; i++) {
      if (this.days[i] !== other.days[i] || this.lines[i] !== other.lines[i]) return false
    }
    return true
  }

  #take(table: JourneyTable, i: number, day: number): void {
    const line = table.touchLines[i] ?? 0
    this.touches[this.size] = i
    this.days[this.size] = day
    this.lines[this.size] = line
    this.channels[this.size] = table.lines.channels[line] ?? 0
    this.size++
  }

  #grow(size: number): void {
    this.touches = roomFor(this.touches, size)
    this.days = roomFor(this.days, size)
    this.lines = roomFor(this.lines, size)
    this.channels = roomFor(this.channels, size)
  }
}
