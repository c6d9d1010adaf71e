import type { Basis } from './credit'
import { CreditLines } from './credit-lines'
import type { Journey, Touch } from './journey'
import { JourneyTable } from './journey-table'
import type { Milestone, TouchModel } from './models'
import { endOf, PATH_END, Path } from './path'
import { PathCredits } from './path-credits'
import type { AttributionRules } from './rules'
import { Weights } from './weights'

/** What one touch of a deal is credited with in a model. */
export type TouchCredit = {
  readonly touch: Touch
  /** The milestones that it marks, whether or not the model gives them anything. */
  readonly milestones: readonly Milestone[]
  /** Its part of the deal before rounding, 0 … 1. */
  readonly share: number
  /** In the currency's minor unit; the amounts of a deal's touches add up to the deal's. */
  readonly amount: number
  /** In millionths of the deal. */
  readonly dealParts: number
}

/**
 * The touches of a deal that count under a basis, in their order, with what a model gives them. Empty when the deal has
 * none, or is not closed and the basis asks for its close: then the whole amount is 接点なし, or not credited.
 */
export function dealCredits(journey: Journey, rules: AttributionRules, basis: Basis, model: TouchModel): TouchCredit[] {
  const lastDay = endOf(journey, PATH_END[basis])
  if (lastDay === null) return []
  const table = new JourneyTable(new CreditLines())
  table.push({ ...journey, teamId: '', state: 'open', isNew: true })
  const path = new Path()
  path.read(table, 0, lastDay, rules)
  if (path.size === 0) return []
  const weights = new Weights(rules, table.lines)
  const credits = new PathCredits([model], weights)
  credits.credit(path, journey.amount)
  const sum = weights.weigh(model, path)
  return Array.from({ length: path.size }, (_, i) => ({
    touch: touchAt(journey, path.touches[i]),
    milestones: path.milestonesAt(i),
    share: (weights.each[i] ?? 0) / sum,
    amount: credits.values[2 * i] ?? 0,
    dealParts: credits.values[2 * i + 1] ?? 0,
  }))
}

function touchAt(journey: Journey, place = -1): Touch {
  const touch = journey.touches[place]
  if (touch === undefined) throw new RangeError('a path has only touches of its journey')
  return touch
}
