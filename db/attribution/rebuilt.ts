import type { CreditCell } from '#lib/attribution/credit'
import { type Tenant, type Tx, withOrg } from '../client'
import { placeOf, replaceCells, standingCells } from './cells'
import { drainedIn, lockCredits, raiseVersion } from './drain'
import { rewrittenJourneys } from './journeys'
import { restateDeals } from './restated'
import { completedRules, settingsIn, switchRules, USUAL_SETTINGS } from './settings'
import { creditedJourneys } from './summed'

/** What the credits of an organisation had otherwise than its records say; what still waited is no difference. */
export type MendedCredits = {
  /** Opportunities whose kept journey was another one. */
  readonly journeys: readonly string[]
  /** What had to be added to the rollup. */
  readonly cells: readonly CreditCell[]
}

/** Opportunities whose journeys are compared at a time. */
const CHUNK = 2000

/**
 * Gathers all journeys anew from the records, credits them by the rules that stand, and writes and answers what
 * differs: nothing is what is expected. A run that broke off is over with it.
 */
export async function rebuildCredits(tenant: Tenant): Promise<MendedCredits> {
  const { orgId } = tenant
  return withOrg(tenant, async (tx) => {
    await lockCredits(tx, orgId)
    while ((await drainedIn(tx, orgId, CHUNK)) > 0) {}
    const settings = await settingsIn(tx, orgId)
    const { rules: before } = settings ?? USUAL_SETTINGS
    const journeys: string[] = []
    for (const ids of await chunks(tx, orgId)) {
      const marks = ids.map((id) => ({ id, isTouched: true }))
      const { changes } = await rewrittenJourneys(tx, orgId, marks)
      await restateDeals(tx, orgId, changes, before)
      journeys.push(...changes.map(({ opportunityId }) => opportunityId))
    }
    const rules = settings || journeys.length === 0 ? before : await completedRules(tx, orgId, before)
    if (settings === null && journeys.length > 0) await switchRules(tx, orgId, rules, null)
    const credited = await creditedJourneys((read) => read(tx), orgId, rules)
    const cells = difference(await standingCells(tx, orgId), credited)
    if (cells.length > 0) await replaceCells(tx, orgId, credited)
    await endRuns(tx, orgId)
    if (cells.length + journeys.length > 0) await raiseVersion(tx, orgId)
    return { journeys, cells }
  })
}

/** Ids of all opportunities, and of those that only a kept journey still tells of. */
async function chunks(tx: Tx, orgId: string): Promise<string[][]> {
  const { rows } = await tx.$client.query<{ id: string }>(
    `select id from opportunities where org_id = $1
     union select opportunity_id from attribution_journeys where org_id = $1 order by 1`,
    [orgId],
  )
  const ids = rows.map(({ id }) => id)
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, i) => ids.slice(i * CHUNK, (i + 1) * CHUNK))
}

/** What must be added to the first to get the second; a row in which nothing is left over does not appear. */
function difference(standing: readonly CreditCell[], credited: readonly CreditCell[]): CreditCell[] {
  const wrong = new Map(standing.map((cell) => [placeOf(cell), cell]))
  const changes = credited.map((cell) => {
    const known = wrong.get(placeOf(cell))
    wrong.delete(placeOf(cell))
    return known ? less(cell, known) : cell
  })
  const tooMuch = [...wrong.values()].map((cell) => less({ ...cell, amounts: [], dealParts: [] }, cell))
  return [...changes, ...tooMuch].filter(({ amounts, dealParts }) =>
    [...amounts, ...dealParts].some((each) => each !== 0),
  )
}

function less(cell: CreditCell, known: CreditCell): CreditCell {
  const minus = (own: readonly number[], other: readonly number[]) => other.map((each, i) => (own[i] ?? 0) - each)
  return { ...cell, amounts: minus(cell.amounts, known.amounts), dealParts: minus(cell.dealParts, known.dealParts) }
}

async function endRuns(tx: Tx, orgId: string): Promise<void> {
  await tx.$client.query(
    `update attribution_runs set state = 'abandoned', finished_at = clock_timestamp() where org_id = $1 and state = 'running'`,
    [orgId],
  )
}
