import { type Month, monthOfDay } from '#lib/month'
import { BASES, type Basis, type CreditCell, type CreditRow } from './credit'
import { CreditCells } from './credit-cells'
import { CreditLines, NO_TOUCH } from './credit-lines'
import type { Deal, DealFacts } from './journey'
import { JourneyTable } from './journey-table'
import { TOUCH_MODELS, type TouchModel } from './models'
import { endOf, isCredited, PATH_END, Path, type PathEnd } from './path'
import { PathCredits } from './path-credits'
import type { AttributionRules } from './rules'
import { Weights } from './weights'

/** What is credited; without a word, everything. */
export type CreditSelection = { readonly bases?: readonly Basis[]; readonly models?: readonly TouchModel[] }

/**
 * Adds up what deals credit to channels and campaigns under one set of rules. A deal that changed is taken out as it was
 * and added as it is: the rows are then the difference.
 */
export class CreditBook {
  readonly lines = new CreditLines()
  readonly #rules: AttributionRules
  readonly #models: readonly TouchModel[]
  readonly #ends: readonly { end: PathEnd; bases: readonly Basis[] }[]
  readonly #path = new Path()
  readonly #credits: PathCredits
  readonly #cells: CreditCells
  readonly #single = this.table()
  readonly #months = new Map<number, Month>()

  constructor(rules: AttributionRules, { bases = BASES, models = TOUCH_MODELS }: CreditSelection = {}) {
    this.#rules = rules
    this.#models = models
    this.#ends = (['closed', 'created'] as const).map((end) => ({
      end,
      bases: bases.filter((basis) => PATH_END[basis] === end),
    }))
    this.#credits = new PathCredits(models, new Weights(rules, this.lines))
    this.#cells = new CreditCells(this.#credits.width)
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

  /** Adds, or takes out, all deals of a table made by this book. */
  addAll(table: JourneyTable, sign: 1 | -1 = 1): void {
    for (let deal = 0; deal < table.size; deal++) {
      const facts = table.facts[deal]
      if (facts) for (const { end, bases } of this.#ends) this.#addUntil(end, bases, table, deal, facts, sign)
    }
  }

  /** Every line in which something is left. RangeError beyond what a number holds exactly. */
  *cells(): Generator<CreditCell> {
    for (const { cells, ...place } of this.#cells.groups) {
      for (const [line, cell] of cells) {
        const amounts = this.#models.map((_, m) => exact(this.#cells.values[cell + 2 * m]))
        const dealParts = this.#models.map((_, m) => exact(this.#cells.values[cell + 2 * m + 1]))
        const isEmpty = amounts.every((amount) => amount === 0) && dealParts.every((parts) => parts === 0)
        if (!isEmpty) yield { ...place, ...this.lines.namesOf(line), amounts, dealParts }
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

  #addUntil(end: PathEnd, bases: readonly Basis[], table: JourneyTable, deal: number, facts: DealFacts, sign: 1 | -1) {
    const lastDay = endOf(facts, end)
    if (lastDay === null || !bases.some((basis) => isCredited(facts, basis))) return
    const path = this.#path
    path.read(table, deal, lastDay, this.#rules)
    this.#credits.credit(path, facts.amount)
    const { values, width } = this.#credits
    for (const basis of bases) {
      if (!isCredited(facts, basis)) continue
      const group = this.#cells.group(facts.teamId, basis, this.#monthUnder(basis, facts, lastDay), facts.isNew)
      if (path.size === 0) this.#cells.add(group, NO_TOUCH, values, 0, sign)
      for (let i = 0; i < path.size; i++) this.#cells.add(group, path.lines[i] ?? 0, values, i * width, sign)
    }
  }

  /** Revenue so far stands in the month of the lead, without one in that of the first touch, without any in the close's. */
  #monthUnder(basis: Basis, facts: DealFacts, lastDay: number): Month {
    const cohort = facts.leadDay ?? (this.#path.size > 0 ? this.#path.days[0] : undefined)
    const day = basis === 'cohort' ? (cohort ?? lastDay) : lastDay
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
