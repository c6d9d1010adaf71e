import type { Month } from '#lib/month'
import { BASES, type Basis } from './credit'
import { NO_TOUCH } from './credit-lines'
import { roomFor } from './growing'

/** The deals of a team that stand in one month under one basis. */
export type CreditGroup = {
  readonly team: number
  readonly basis: Basis
  readonly month: Month
  readonly isNew: boolean
  /** For 接点なし and each line after it, where its numbers begin; −1: it has none. */
  places: Int32Array
}

const NONE = -1

/** Numbers added up by team, basis, month, new or existing business, and line. */
export class CreditCells {
  readonly groups: CreditGroup[] = []
  values = new Float64Array(4096)
  readonly #width: number
  readonly #byKey = new Map<number, CreditGroup>()
  readonly #months = new Map<Month, number>()
  #used = 0

  constructor(width: number) {
    this.#width = width
  }

  group(team: number, basis: Basis, month: Month, isNew: boolean): CreditGroup {
    const key = ((team * 4096 + this.#indexOf(month)) * BASES.length + BASES.indexOf(basis)) * 2 + (isNew ? 1 : 0)
    const known = this.#byKey.get(key)
    if (known) return known
    const group: CreditGroup = { team, basis, month, isNew, places: new Int32Array(16).fill(NONE) }
    this.#byKey.set(key, group)
    this.groups.push(group)
    return group
  }

  /** Adds numbers to a line, each times `sign`: `width` of them, from a place of `source` on. */
  add(group: CreditGroup, line: number, source: Float64Array, from: number, sign: 1 | -1): void {
    const known = group.places[line - NO_TOUCH] ?? NONE
    const place = known === NONE ? this.#placeFor(group, line) : known
    const { values } = this
    const width = this.#width
    for (let i = 0; i < width; i++) values[place + i] = (values[place + i] ?? 0) + sign * (source[from + i] ?? 0)
  }

  /** Lines of a group with where their numbers begin. */
  *linesOf({ places }: CreditGroup): Generator<{ line: number; place: number }> {
    for (const [i, place] of places.entries()) if (place !== NONE) yield { line: i + NO_TOUCH, place }
  }

  #placeFor(group: CreditGroup, line: number): number {
    const index = line - NO_TOUCH
    const before = group.places.length
    group.places = roomFor(group.places, index + 1)
    if (group.places.length > before) group.places.fill(NONE, before)
    const place = this.#used
    this.#used += this.#width
    this.values = roomFor(this.values, this.#used)
    group.places[index] = place
    return place
  }

  /** Months that occur, numbered: 4,096 of them are more than three centuries. */
  #indexOf(month: Month): number {
    const known = this.#months.get(month)
    if (known !== undefined) return known
    this.#months.set(month, this.#months.size)
    return this.#months.size - 1
  }
}
