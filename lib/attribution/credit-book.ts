import { type Month, monthOfDay } from '#lib/month'
import { OPPORTUNITY_STATES } from '#lib/records/opportunity'
import { BASES, type Basis, type CreditCell, type CreditRow } from './credit'
import { CreditCells } from './credit-cells'
import { CreditLines, NO_TOUCH } from './credit-lines'
import type { Deal } from './journey'
import { JourneyTable, NO_DAY } from './journey-table'
import { TOUCH_MODELS, type TouchModel } from './models'
import { PATH_END, Path } from './path'
import { PathCredits } from './path-credits'
import type { AttributionRules } from './rules'
import { Weights } from './weights'

/** What is credited; without a word, everything. */
export type CreditSelection = { readonly bases?: readonly Basis[]; readonly models?: readonly TouchModel[] }

const WON = OPPORTUNITY_STATES.indexOf('won')
const OPEN = OPPORTUNITY_STATES.indexOf('open')

/**
 * Adds up what deals credit to channels and campaigns under one set of rules. A deal that changed is taken out as it was
 * and added as it is: what is left is then the difference.
 */
export class CreditBook {
  readonly lines: CreditLines
  readonly #rules: AttributionRules
  readonly #models: readonly TouchModel[]
  readonly #byClose: readonly Basis[]
  readonly #byCreation: readonly Basis[]
  readonly #byCreationNotOpen: readonly Basis[]
  readonly #path = new Path()
  readonly #credits: PathCredits
  readonly #cells: CreditCells
  readonly #single: JourneyTable
  readonly #months = new Map<number, Month>()

  /** @param lines those of the tables that it is to take; a book may share them with other books */
  constructor(rules: AttributionRules, selection: CreditSelection = {}, lines = new CreditLines()) {
    const { bases = BASES, models = TOUCH_MODELS } = selection
    this.lines = lines
    this.#rules = rules
    this.#models = models
    this.#byClose = bases.filter((basis) => PATH_END[basis] === 'closed')
    this.#byCreation = bases.filter((basis) => PATH_END[basis] === 'created')
    this.#byCreationNotOpen = this.#byCreation.filter((basis) => basis !== 'open')
    this.#credits = new PathCredits(models, new Weights(rules, lines))
    this.#cells = new CreditCells(this.#credits.width)
    this.#single = this.table()
  }

  /** An empty table whose deals this book can take. */
  table(): JourneyTable {
    return new JourneyTable(this.lines)
  }

  add(deal: Deal): void {
    this.#take(deal, 1)
  }

  remove(deal: Deal): void {
    this.#take(deal, -1)
  }

  /** Adds, or takes out, all deals of a table with the book's lines. */
  addAll(table: JourneyTable, sign: 1 | -1 = 1): void {
    if (table.lines !== this.lines) throw new RangeError('a table with the lines of another book')
    for (let deal = 0; deal < table.size; deal++) {
      const state = table.states[deal]
      if (state === WON) this.#addUntil(table.closedDays[deal] ?? 0, this.#byClose, table, deal, sign)
      const byCreation = state === OPEN ? this.#byCreation : this.#byCreationNotOpen
      this.#addUntil(table.createdDays[deal] ?? 0, byCreation, table, deal, sign)
    }
  }

  /** Every line in which something is left. RangeError beyond what a number holds exactly. */
  *cells(): Generator<CreditCell> {
    const { values } = this.#cells
    for (const group of this.#cells.groups) {
      const { team, basis, month, isNew } = group
      const teamId = this.lines.teamIds[team] ?? ''
      for (const { line, place } of this.#cells.linesOf(group)) {
        const amounts = this.#models.map((_, m) => exact(values[place + 2 * m]))
        const dealParts = this.#models.map((_, m) => exact(values[place + 2 * m + 1]))
        const isEmpty = amounts.every((amount) => amount === 0) && dealParts.every((parts) => parts === 0)
        if (!isEmpty) yield { teamId, basis, month, isNew, ...this.lines.namesOf(line), amounts, dealParts }
      }
    }
  }

  /** The same, one row for each model that gives something. */
  *rows(): Generator<CreditRow> {
    for (const { amounts, dealParts: allParts, ...place } of this.cells()) {
      for (const [m, model] of this.#models.entries()) {
        const [amount = 0, dealParts = 0] = [amounts[m], allParts[m]]
        if (amount !== 0 || dealParts !== 0) yield { ...place, model, amount, dealParts }
      }
    }
  }

  #take(deal: Deal, sign: 1 | -1): void {
    this.#single.clear()
    this.#single.push(deal)
    this.addAll(this.#single, sign)
  }

  #addUntil(lastDay: number, bases: readonly Basis[], table: JourneyTable, deal: number, sign: 1 | -1): void {
    if (bases.length === 0) return
    const path = this.#path
    path.read(table, deal, lastDay, this.#rules)
    this.#credits.credit(path, table.amounts[deal] ?? 0)
    const { values, width } = this.#credits
    for (const basis of bases) {
      const day = basis === 'cohort' ? this.#cohortDay(table, deal, lastDay) : lastDay
      const group = this.#cells.group(table.teams[deal] ?? 0, basis, this.#monthOf(day), table.news[deal] === 1)
      if (path.size === 0) this.#cells.add(group, NO_TOUCH, values, 0, sign)
      for (let i = 0; i < path.size; i++) this.#cells.add(group, path.lines[i] ?? 0, values, i * width, sign)
    }
  }

  /** Revenue so far stands with the lead, without one with the first touch, without any with the close. */
  #cohortDay(table: JourneyTable, deal: number, lastDay: number): number {
    const leadDay = table.leadDays[deal] ?? NO_DAY
    if (leadDay !== NO_DAY) return leadDay
    return this.#path.size > 0 ? (this.#path.days[0] ?? lastDay) : lastDay
  }

  #monthOf(day: number): Month {
    const known = this.#months.get(day)
    if (known) return known
    const month = monthOfDay(day)
    this.#months.set(day, month)
    return month
  }
}

function exact(sum = 0): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError('credits beyond what a number holds exactly')
  return sum
}
