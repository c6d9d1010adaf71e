import { type Month, monthOfDay } from '#lib/month'
import { OPPORTUNITY_STATES } from '#lib/records/opportunity'
import type { Basis } from './credit'
import { type JourneyTable, NO_DAY } from './journey-table'
import { PATH_END, Path, type PathEnd } from './path'
import type { AttributionRules } from './rules'

const WON = OPPORTUNITY_STATES.indexOf('won')
const OPEN = OPPORTUNITY_STATES.indexOf('open')
const NONE: readonly Basis[] = []
const FIRST_MONTH: Month = '1970-01'

/** Bases under which deals are credited up to an end, those of open deals and those of others. */
type EndBases = { readonly open: readonly Basis[]; readonly others: readonly Basis[] }

/**
 * What a deal is credited for up to one of its ends: its path, and where the credits stand. One is read over and over,
 * so that millions of deals leave no garbage.
 */
export class CreditedPath {
  readonly path = new Path()
  /** Empty: it is not credited up to this end. */
  bases = NONE
  team = 0
  isNew = false
  amount = 0
  /** Month of the close, or of the creation. */
  month = FIRST_MONTH
  /** Revenue so far stands with the lead, without one with the first touch, without any with the close. */
  cohortMonth = FIRST_MONTH
  readonly #rules: AttributionRules
  readonly #bases: Readonly<Record<PathEnd, EndBases>>
  readonly #months = new Map<number, Month>()

  /** @param bases those that are asked for */
  constructor(rules: AttributionRules, bases: readonly Basis[]) {
    this.#rules = rules
    const upTo = (end: PathEnd): EndBases => {
      const open = bases.filter((basis) => PATH_END[basis] === end)
      return { open, others: open.filter((basis) => basis !== 'open') }
    }
    this.#bases = { closed: upTo('closed'), created: upTo('created') }
  }

  read(table: JourneyTable, deal: number, end: PathEnd): void {
    const state = table.states[deal]
    const { open, others } = this.#bases[end]
    this.bases = end === 'closed' && state !== WON ? NONE : state === OPEN ? open : others
    if (this.bases.length === 0) return
    const lastDay = (end === 'closed' ? table.closedDays[deal] : table.createdDays[deal]) ?? 0
    this.path.read(table, deal, lastDay, this.#rules)
    this.team = table.teams[deal] ?? 0
    this.isNew = table.news[deal] === 1
    this.amount = table.amounts[deal] ?? 0
    this.month = this.#monthOf(lastDay)
    this.cohortMonth = end === 'closed' ? this.#monthOf(this.#cohortDay(table.leadDays[deal], lastDay)) : this.month
  }

  /** Whether both give the same credits to the same places. */
  equals(other: CreditedPath): boolean {
    if (this.bases.length !== other.bases.length) return false
    if (this.bases.length === 0) return true
    const isSamePlace = this.team === other.team && this.isNew === other.isNew && this.month === other.month
    const isSame = isSamePlace && this.cohortMonth === other.cohortMonth && this.amount === other.amount
    return isSame && this.path.equals(other.path)
  }

  #cohortDay(leadDay = NO_DAY, lastDay: number): number {
    if (leadDay !== NO_DAY) return leadDay
    return this.path.size > 0 ? (this.path.days[0] ?? lastDay) : lastDay
  }

  #monthOf(day: number): Month {
    const known = this.#months.get(day)
    if (known) return known
    const month = monthOfDay(day)
    this.#months.set(day, month)
    return month
  }
}
