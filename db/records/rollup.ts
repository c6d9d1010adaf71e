import type { Tx } from '../client'
import type { Work } from '../commands/command'
import { contributionsOf, difference, type Touched } from './contributions'
import { deriveOpportunities } from './derived'
import { onceIn, writeChanges } from './gathered'
import { deriveInfluences } from './influences'
import { type LeadFigures, leadFigures, type Sold } from './lead-figures'
import { lookedUp } from './looked-up'
import { cellDifference, cellsOf, HANDOVERS, JOURNEYS } from './pipeline-rollups'
import { type StoredRecord, storedRecords } from './stored'
import { LEADS } from './tables'

/** One writer of records per organisation at a time: deltas need to know what stood before. Held until the commit. */
export function lockRecords(work: Work): Promise<void> {
  return onceIn(work, takeLock)
}

async function takeLock({ tx, actor }: Work): Promise<void> {
  await tx.$client.query('select pg_advisory_xact_lock(7414, hashtext($1))', [actor.orgId])
}

/** The same without waiting: false while somebody else writes. */
export async function tryLockRecords({ tx, actor }: Work): Promise<boolean> {
  const text = 'select pg_try_advisory_xact_lock(7414, hashtext($1)) as locked'
  const { rows } = await tx.$client.query<{ locked: boolean }>(text, [actor.orgId])
  return rows[0]?.locked ?? false
}

/**
 * Runs a write and brings the rollups in step with it, in the same transaction.
 * @param touched records whose figures may change, as far as they exist before the write
 * @param write answers all of them as they are after it; opportunities are derived again before they are counted
 * @param coming the leads that it writes, where it writes nothing else: they are counted while Postgres writes
 */
export async function recounted(
  work: Work,
  touched: Touched,
  write: () => Promise<Touched>,
  coming: readonly StoredRecord[] | null = null,
): Promise<void> {
  const { tx, actor } = work
  // A lead that is new with this write has no opportunity yet.
  const known = [...touched.leads.map(({ id }) => id), ...touched.journeys]
  const timeZone = await onceIn(work, timeZoneOf)
  const before = await figuresOf(work, touched, { known, timeZone })
  const sold = coming && (await soldOf(tx, actor.orgId, known))
  const writing = write()
  const ahead = coming && sold && leadFigures(coming, timeZone, sold)
  const written = await writing
  const { opportunities } = written
  await deriveOpportunities(tx, actor.orgId, opportunities)
  await deriveInfluences(tx, actor.orgId, [...new Set([...opportunities, ...written.influences])])
  const after = await figuresOf(work, written, { known, timeZone, ahead })
  const changes = {
    months: difference(before.months, after.months),
    journeys: cellDifference(JOURNEYS, before.journeys, after.journeys),
    handovers: cellDifference(HANDOVERS, before.handovers, after.handovers),
  }
  if (work.gathered) work.gathered.add(changes)
  else await writeChanges(work, changes)
}

type Counting = {
  /** Leads that may have opportunities. */
  readonly known: readonly string[]
  readonly timeZone: string
  /** The figures of the leads, where they are known already. */
  readonly ahead?: LeadFigures | null
}

/** What records count for in each rollup. */
async function figuresOf({ tx, actor: { orgId } }: Work, touched: Touched, { known, timeZone, ahead }: Counting) {
  const { leads, opportunities, costs, journeys } = touched
  const sold = await soldOf(tx, orgId, known)
  const own = ahead ?? leadFigures(leads, timeZone, sold)
  const ids = new Set(leads.map(({ id }) => id))
  const others = journeys.filter((id) => !ids.has(id))
  const beside = others.length === 0 ? [] : await storedRecords(tx, orgId, LEADS, { by: 'id', among: others })
  return {
    months: [...own.months, ...(await contributionsOf(tx, orgId, { leads: [], opportunities, costs }))],
    journeys: [
      ...own.journeys,
      ...leadFigures(beside, timeZone, sold).journeys,
      ...(await cellsOf(tx, orgId, JOURNEYS, { leads: [], opportunities })),
    ],
    handovers: own.handovers,
  }
}

async function timeZoneOf({ tx, actor }: Work): Promise<string> {
  const text = 'select time_zone as zone from organisations where org_id = $1'
  const { rows } = await tx.$client.query<{ zone: string }>(text, [actor.orgId])
  return rows[0]?.zone ?? 'UTC'
}

async function soldOf(tx: Tx, orgId: string, leadIds: readonly string[]): Promise<Sold> {
  if (leadIds.length === 0) return new Map()
  const { rows } = await tx.$client.query<{ id: string; createdOn: string; wonOn: string | null }>(
    `select lead_id as id, min(created_on)::text as "createdOn",
       (min(closed_on) filter (where state = 'won'))::text as "wonOn"
     from ${lookedUp('opportunities', 'lead_id', '$2::uuid[]')} o group by 1`,
    [orgId, leadIds],
  )
  return new Map(rows.map(({ id, ...days }) => [id, days]))
}
