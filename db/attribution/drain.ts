import type { Tx } from '../client'
import { addCells, replaceCells } from './cells'
import { type Mark, rewrittenJourneys } from './journeys'
import { restateDeals } from './restated'
import {
  type AttributionSettings,
  completedRules,
  measuredHalfLife,
  settingsIn,
  switchRules,
  USUAL_SETTINGS,
} from './settings'
import { creditedJourneys, differenceOf } from './summed'

/** Organisations of so few opportunities are credited anew in one go, while somebody waits; larger ones by a run. */
export const FEW = 3000
/** A run that has written nothing for so long has no server behind it any more. */
export const STILL_SECONDS = 60

/** Compiling a statement over thousands of single look-ups takes longer than running it. */
const UNCOMPILED = `set_config('jit', 'off', true)`

/** One crediting per organisation at a time: until the commit nobody else drains, begins or ends a run. */
export async function lockCredits(tx: Tx, orgId: string): Promise<void> {
  await tx.$client.query(`select ${UNCOMPILED}, pg_advisory_xact_lock(7415, hashtext($1))`, [orgId])
}

/** The same without waiting: false while somebody else is at it. */
export async function tryLockCredits(tx: Tx, orgId: string): Promise<boolean> {
  const text = `select ${UNCOMPILED}, pg_try_advisory_xact_lock(7415, hashtext($1)) as locked`
  const { rows } = await tx.$client.query<{ locked: boolean }>(text, [orgId])
  return rows[0]?.locked ?? false
}

/** Whether a run stands: the rollup may lag behind the journeys until it, or the one that takes its place, ends. */
export async function isRunning(tx: Tx, orgId: string): Promise<boolean> {
  const { rowCount } = await tx.$client.query(`select from attribution_runs where org_id = $1 and state = 'running'`, [
    orgId,
  ])
  return (rowCount ?? 0) > 0
}

/**
 * Up to `limit` opportunities that wait: takes them from the list, keeps their journeys as they are now, and brings the
 * rollup in step, all in the transaction, which holds lockCredits while no run stands. Those that a writer is just
 * marking again are left for later. Answers how many it took.
 */
export async function drainedIn(tx: Tx, orgId: string, limit: number): Promise<number> {
  const taken = await takenIn(tx, orgId, limit)
  const { written, changes } = await rewrittenJourneys(tx, orgId, taken)
  const settings = await settingsIn(tx, orgId)
  const { rules } = settings ?? USUAL_SETTINGS
  await restateDeals(tx, orgId, changes, rules)
  if (await isForAll(tx, orgId, settings, written > 0)) await creditAnew(tx, orgId, settings)
  else if (written > 0) await addCells(tx, orgId, differenceOf(changes, rules))
  else return taken.length
  await raiseVersion(tx, orgId)
  return taken.length
}

export async function takenIn(tx: Tx, orgId: string, limit: number): Promise<Mark[]> {
  const { rows } = await tx.$client.query<Mark>(
    `delete from attribution_dirty where org_id = $1 and ctid = any(array(
       select ctid from attribution_dirty where org_id = $1 limit $2 for update skip locked))
     returning opportunity_id as id, is_touched as "isTouched"`,
    [orgId, limit],
  )
  return rows
}

/** Whether there are other rules for everything: the first of all, saved ones, or a half-life to be measured at last. */
async function isForAll(
  tx: Tx,
  orgId: string,
  settings: AttributionSettings | null,
  isChanged: boolean,
): Promise<boolean> {
  if (settings === null ? isChanged : settings.pending !== null) return isSmall(tx, orgId)
  if (settings?.rules.halfLifeOf !== 0 || !isChanged) return false
  const { halfLifeOf } = await measuredHalfLife(tx, orgId)
  return halfLifeOf !== 0 && isSmall(tx, orgId)
}

export async function isSmall(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await tx.$client.query<{ count: number }>(
    `select count(*)::float8 as count from
       (select from attribution_journeys where org_id = $1 limit ${FEW + 1}) few`,
    [orgId],
  )
  return (rows[0]?.count ?? 0) <= FEW
}

async function creditAnew(tx: Tx, orgId: string, settings: AttributionSettings | null): Promise<void> {
  const { rules, pending } = settings ?? USUAL_SETTINGS
  const used = await completedRules(tx, orgId, pending ?? rules)
  await replaceCells(tx, orgId, await creditedJourneys((read) => read(tx), orgId, used))
  await switchRules(tx, orgId, used, pending)
}

/** Kept figures of every server are of an older version now. */
export async function raiseVersion(tx: Tx, orgId: string): Promise<void> {
  await tx.$client.query('update organisations set data_version = data_version + 1 where org_id = $1', [orgId])
}
