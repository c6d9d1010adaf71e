import { type Month, monthOfDay } from '#lib/month'
import { BASES, type Basis, type CreditRow } from './credit'
import { CreditCells, type CreditGroup, NO_TOUCH } from './credit-cells'
import { CreditLines } from './credit-lines'
import type { Deal, DealFacts } from './journey'
import { JourneyTable } from './journey-table'
import { TOUCH_MODELS, type TouchModel } from './models'
import { endOf, isCredited, PATH_END, Path, type PathEnd } from './path'
import { PathCredits } from './path-credits'
import type { AttributionRules } from './rules'
import { Weights } from './weights'

/** What is credited; without a word, everything. */
export type CreditScope = { readonly bases?: readonly Basis[]; readonly models?: readonly TouchModel[] }

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

  constructor(rules: AttributionRules, { bases = BASES, models = TOUCH_MODELS }: CreditScope = {}) {
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

  /** Every cell in which something is left, one row for each model. RangeError beyond what a number holds exactly. */
  *rows(): Generator<CreditRow> {
    for (const group of this.#cells.groups) {
      for (const [line, cell] of group.cells) yield* this.#rowsOf(group, line, cell)
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

  *#rowsOf({ cells: _, ...place }: CreditGroup, line: number, cell: number): Generator<CreditRow> {
    const channelId = line === NO_TOUCH ? null : (this.lines.channelIds[this.lines.channels[line] ?? 0] ?? null)
    const campaignId = line === NO_TOUCH ? null : (this.lines.campaignIds[line] ?? null)
    for (const [m, model] of this.#models.entries()) {
      const amount = exact(this.#cells.values[cell + 2 * m])
      const dealParts = exact(this.#cells.values[cell + 2 * m + 1])
      if (amount !== 0 || dealParts !== 0) yield { ...place, model, channelId, campaignId, amount, dealParts }
    }
  }
}

function exact(sum = 0): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError('credits beyond what a number holds exactly')
  return sum
}
