import type { Month } from '#lib/month'
import { BASES, type Basis } from './credit'
import { roomFor } from './growing'

/** The deals of a team that stand in one month under one basis; `cells` tells where each line's numbers begin. */
export type CreditGroup = {
  readonly teamId: string
  readonly basis: Basis
  readonly month: Month
  readonly isNew: boolean
  readonly cells: Map<number, number>
}

/** Numbers added up by team, basis, month, new or existing business, and line. */
export class CreditCells {
  readonly groups: CreditGroup[] = []
  values = new Float64Array(4096)
  readonly #width: number
  readonly #byTeam = new Map<string, Map<Month, (CreditGroup | undefined)[]>>()
  #used = 0

  constructor(width: number) {
    this.#width = width
  }

  group(teamId: string, basis: Basis, month: Month, isNew: boolean): CreditGroup {
    const groups = this.#groupsOf(teamId, month)
    const place = BASES.indexOf(basis) * 2 + (isNew ? 1 : 0)
    const known = groups[place]
    if (known) return known
    const group: CreditGroup = { teamId, basis, month, isNew, cells: new Map() }
    groups[place] = group
    this.groups.push(group)
    return group
  }

  /** Adds numbers to a line, each times `sign`: `width` of them, from a place of `source` on. */
  add(group: CreditGroup, line: number, source: Float64Array, from: number, sign: 1 | -1): void {
    let cell = group.cells.get(line)
    if (cell === undefined) {
      cell = this.#used
      this.#used += this.#width
      this.values = roomFor(this.values, this.#used)
      group.cells.set(line, cell)
    }
    const { values } = this
    for (let i = 0; i < this.#width; i++) values[cell + i] = (values[cell + i] ?? 0) + sign * (source[from + i] ?? 0)
  }

  #groupsOf(teamId: string, month: Month): (CreditGroup | undefined)[] {
    const byMonth = this.#byTeam.get(teamId) ?? new Map<Month, CreditGroup[]>()
    if (byMonth.size === 0) this.#byTeam.set(teamId, byMonth)
    const groups = byMonth.get(month) ?? []
    if (groups.length === 0) byMonth.set(month, groups)
    return groups
  }
}
