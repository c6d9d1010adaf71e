import { Apportionment } from './apportion'
import { DEAL_PARTS } from './credit'
import { roomFor } from './growing'
import type { TouchModel } from './models'
import type { Path } from './path'
import type { Weights } from './weights'

/**
 * What the touches of a path are credited with, in every model asked for: for each touch the models in their order, of
 * each the amount and the parts of the deal. Over the touches they add up to the amount and to one deal, exactly.
 */
export class PathCredits {
  /** Numbers for a touch: two for each model. */
  readonly width: number
  values = new Float64Array(1024)
  readonly #models: readonly TouchModel[]
  readonly #weights: Weights
  readonly #apportionment = new Apportionment()

  constructor(models: readonly TouchModel[], weights: Weights) {
    this.#models = models
    this.#weights = weights
    this.width = models.length * 2
  }

  /** Credits an amount to the path; one without any touch is credited as a single touch: 接点なし. */
  credit(path: Path, amount: number): void {
    this.values = roomFor(this.values, Math.max(1, path.size) * this.width)
    for (let m = 0; m < this.#models.length; m++) this.#creditIn(m, path, amount)
  }

  #creditIn(m: number, path: Path, amount: number): void {
    const model = this.#models[m] ?? 'first'
    const sole = path.size <= 1 ? 0 : this.#weights.sole(model, path)
    if (sole >= 0) {
      for (let i = 0; i < Math.max(1, path.size); i++)
        this.#set(i, m * 2, i === sole ? amount : 0, i === sole ? DEAL_PARTS : 0)
      return
    }
    const sum = this.#weights.weigh(model, path)
    this.#spread(m * 2, path.size, amount, sum)
    this.#spread(m * 2 + 1, path.size, DEAL_PARTS, sum)
  }

  #set(touch: number, column: number, amount: number, parts: number): void {
    const place = touch * this.width + column
    this.values[place] = amount
    this.values[place + 1] = parts
  }

  #spread(column: number, size: number, whole: number, sum: number): void {
    this.#apportionment.spread(whole, this.#weights.each, size, sum)
    const { parts } = this.#apportionment
    for (let i = 0, place = column; i < size; i++, place += this.width) this.values[place] = parts[i] ?? 0
  }
}
