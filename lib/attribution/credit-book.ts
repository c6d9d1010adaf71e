import { BASES, type Basis, type CreditCell, type CreditRow } from './credit'
import { CreditCells } from './credit-cells'
import { CreditLines, NO_TOUCH } from './credit-lines'
import { CreditedPath } from './credited-path'
import type { Deal } from './journey'
import { JourneyTable } from './journey-table'
import { TOUCH_MODELS, type TouchModel } from './models'
import { PATH_ENDS } from './path'
import { PathCredits } from './path-credits'
import type { AttributionRules } from './rules'
import { Weights } from './weights'

/** What is credited; without a word, everything. */
export type CreditSelection = { readonly bases?: readonly Basis[]; readonly models?: readonly TouchModel[] }

/**
 * Adds up what deals credit to channels and campaigns under one set of rules. A deal that changed is taken out as it was
 * and added as it is: what is left is then the difference.
 */
export class CreditBook {
  readonly lines: CreditLines
  readonly #models: readonly TouchModel[]
  readonly #credits: PathCredits
  readonly #cells: CreditCells
  readonly #single: JourneyTable
  readonly #is: CreditedPath
  readonly #was: CreditedPath

  /** @param lines those of the tables that it is to take; a book may share them with other books */
  constructor(rules: AttributionRules, selection: CreditSelection = {}, lines = new CreditLines()) {
    const { bases = BASES, models = TOUCH_MODELS } = selection
    this.lines = lines
    this.#models = models
    this.#is = new CreditedPath(rules, bases)
    this.#was = new CreditedPath(rules, bases)
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

  /** Adds all deals of a table with the book's lines. */
  addAll(table: JourneyTable): void {
    for (let deal = 0; deal < table.size; deal++) this.addDeal(table, deal)
  }

  /** Adds, or takes out, a deal of a table with the book's lines. */
  addDeal(table: JourneyTable, deal: number, sign: 1 | -1 = 1): void {
    this.#requireOwn(table)
    for (const end of PATH_ENDS) {
      this.#is.read(table, deal, end)
      this.#add(this.#is, sign)
    }
  }

  /** Takes a deal out as it was and adds it as it is. Where that comes to the same, nothing is computed. */
  changeDeal(table: JourneyTable, was: number, is: number): void {
    this.#requireOwn(table)
    for (const end of PATH_ENDS) {
      this.#was.read(table, was, end)
      this.#is.read(table, is, end)
      if (this.#was.equals(this.#is)) continue
      this.#add(this.#was, -1)
      this.#add(this.#is, 1)
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
    this.addDeal(this.#single, 0, sign)
  }

  #requireOwn({ lines }: JourneyTable): void {
    if (lines !== this.lines) throw new RangeError('a table with the lines of another book')
  }

  #add({ bases, path, amount, team, isNew, month, cohortMonth }: CreditedPath, sign: 1 | -1): void {
    if (bases.length === 0) return
    this.#credits.credit(path, amount)
    const { values, width } = this.#credits
    for (const basis of bases) {
      const group = this.#cells.group(team, basis, basis === 'cohort' ? cohortMonth : month, isNew)
      if (path.size === 0) this.#cells.add(group, NO_TOUCH, values, 0, sign)
      for (let i = 0; i < path.size; i++) this.#cells.add(group, path.lines[i] ?? 0, values, i * width, sign)
    }
  }
}

function exact(sum = 0): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError('credits beyond what a number holds exactly')
  return sum
}
