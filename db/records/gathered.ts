import type { Work } from '../commands/command'
import { type Contribution, difference } from './contributions'
import { cellDifference, HANDOVERS, JOURNEYS, type RollupCell, writeCells } from './pipeline-rollups'
import { restateCounted } from './restated'
import { writeRollup } from './written-rollup'

/** What must be added to the cells of each rollup. */
export type RollupChanges = {
  readonly months: readonly Contribution[]
  readonly journeys: readonly RollupCell[]
  readonly handovers: readonly RollupCell[]
}

/** So many cells are kept before equal ones are added up. */
const MOST_CELLS = 50_000

/**
 * Changes of the batches of one transaction, added up. Written after every batch they would leave hundreds of versions
 * of the same cells behind, which Postgres has to pass by until the commit: each batch would take longer than the last.
 */
export class GatheredChanges implements RollupChanges {
  months: Contribution[] = []
  journeys: RollupCell[] = []
  handovers: RollupCell[] = []
  private readonly asked = new Map<unknown, Promise<unknown>>()

  /** What every batch asks alike is asked once for all of them: by what asks it. */
  once<T>(ask: (work: Work) => Promise<T>, work: Work): Promise<T> {
    const known = this.asked.get(ask) as Promise<T> | undefined
    const answer = known ?? ask(work)
    this.asked.set(ask, answer)
    return answer
  }

  add({ months, journeys, handovers }: RollupChanges): void {
    this.months.push(...months)
    this.journeys.push(...journeys)
    this.handovers.push(...handovers)
    if (this.months.length + this.journeys.length + this.handovers.length > MOST_CELLS) this.addUp()
  }

  private addUp(): void {
    this.months = difference([], this.months)
    this.journeys = cellDifference(JOURNEYS, [], this.journeys)
    this.handovers = cellDifference(HANDOVERS, [], this.handovers)
  }

  write(work: Work): Promise<void> {
    this.addUp()
    return writeChanges(work, this)
  }
}

/** Asks by itself, or for all batches of the transaction. */
export function onceIn<T>(work: Work, ask: (work: Work) => Promise<T>): Promise<T> {
  return work.gathered?.once(ask, work) ?? ask(work)
}

/** Brings the rollups in step, and writes down what closed months it changes. */
export async function writeChanges(work: Work, { months, journeys, handovers }: RollupChanges): Promise<void> {
  const { tx, actor } = work
  await restateCounted(work, await writeRollup(tx, actor.orgId, months))
  await writeCells(tx, actor.orgId, JOURNEYS, journeys)
  await writeCells(tx, actor.orgId, HANDOVERS, handovers)
}
