import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { KeptRules } from '#lib/attribution/kept-rules'
import { MODELS } from '#lib/attribution/models'
import type { AttributionStanding } from '#lib/attribution/standing'
import { reportFault } from '../background'
import { readOrg, type Tenant, type Tx, withOrg } from '../client'
import { drainedIn, FEW, isRunning, STILL_SECONDS, tryLockCredits } from './drain'
import { creditRun } from './run'
import { USUAL_SETTINGS } from './settings'

/** So many changed opportunities are credited with everything else, and not one after the other. */
const MANY = 20_000
/** Opportunities that a background step credits. */
const STEP = 1000

/** What has to be done until the credits hold all that was recorded; 'wait': somebody else is at it. */
type Need = 'nothing' | 'drain' | 'run' | 'wait'

const NeedRow = z.object({
  version: z.coerce.number(),
  waiting: z.coerce.number(),
  isFirst: z.boolean(),
  isPending: z.boolean(),
  isSmall: z.boolean(),
  run: z.enum(['alive', 'dead']).nullable(),
})
type NeedRow = z.output<typeof NeedRow>

const NEED = `select o.data_version as version,
    (select count(*) from (select from attribution_dirty d where d.org_id = $1 limit ${MANY + 1}) few) as waiting,
    s.org_id is null or not exists (select from attribution_journeys j where j.org_id = $1) as "isFirst", s.pending is not null as "isPending",
    (select count(*) <= ${FEW} from (select from attribution_journeys j where j.org_id = $1 limit ${FEW + 1}) few) as "isSmall",
    (select case when r.active_at < clock_timestamp() - make_interval(secs => ${STILL_SECONDS}) then 'dead' else 'alive' end
      from attribution_runs r where r.org_id = $1 and r.state = 'running') as run
  from organisations o left join attribution_settings s on s.org_id = o.org_id where o.org_id = $1`

function needOf({ run, waiting, isFirst, isPending, isSmall }: NeedRow): Need {
  if (run !== null) return run === 'alive' ? 'wait' : 'run'
  if (waiting > MANY || ((isFirst || isPending) && waiting > FEW) || (isPending && !isSmall)) return 'run'
  return waiting > 0 || isPending ? 'drain' : 'nothing'
}

async function needRow({ orgId, userId }: Tenant): Promise<NeedRow> {
  return readOrg({ orgId, userId }, async (tx) => {
    const { rows } = await tx.$client.query(NEED, [orgId])
    return NeedRow.parse(rows[0])
  })
}

// Data versions at which nothing waited: whoever marks something raises the version in the same transaction.
const settled = new LRUCache<string, number>({ max: 1000 })
// Where work goes on in the background, a page asks once for all its figures.
const behind = new LRUCache<string, number>({ max: 1000, ttl: 1000 })

/**
 * Brings an organisation's credits up to date as far as that is done at once, and leaves the rest to work in the
 * background, which whoever reads next starts again if it broke off. Answers the version of what can be read now.
 */
export async function freshened(actor: Tenant & { readonly dataVersion: number }): Promise<number> {
  const key = `${actor.orgId} ${actor.dataVersion}`
  const known = settled.get(key) ?? behind.get(key)
  if (known !== undefined) return known
  const row = await needRow(actor)
  const now =
    needOf(row) === 'drain' && row.waiting <= FEW && (await drained(actor, FEW)) !== null ? await needRow(actor) : row
  const kept = needOf(now) === 'nothing' ? settled : behind
  kept.set(key, now.version)
  if (!['nothing', 'wait'].includes(needOf(now))) creditInBackground(actor)
  return now.version
}

/** Drains in a transaction of its own; null: somebody else is crediting. Answers how many it took. */
export async function drained(tenant: Tenant, limit: number): Promise<number | null> {
  return withOrg(tenant, async (tx) => {
    const isFree = (await tryLockCredits(tx, tenant.orgId)) && !(await isRunning(tx, tenant.orgId))
    return isFree ? drainedIn(tx, tenant.orgId, limit) : null
  })
}

declare global {
  // Of the process: pages and routes are bundled apart, and the development server loads modules again.
  var gyakusanCrediting: Map<string, Promise<void>> | undefined
}

/** Work that outlives the request: one at a time for an organisation in a process. */
function creditInBackground({ orgId, userId }: Tenant): void {
  globalThis.gyakusanCrediting ??= new Map()
  const working = globalThis.gyakusanCrediting
  if (working.has(orgId)) return
  const work = brought({ orgId, userId })
    // What broke off is seen by the next reader, who starts it again.
    .catch((error: unknown) => reportFault(error, 'attribution, in the background'))
    .finally(() => working.delete(orgId))
  working.set(orgId, work)
}

/** The background work of an organisation, ended when nothing is left; for tests and scripts. */
export async function creditWork(orgId: string): Promise<void> {
  await globalThis.gyakusanCrediting?.get(orgId)
}

/** Does all that waits, step by step, as long as nobody else does. */
export async function brought(tenant: Tenant): Promise<void> {
  for (;;) {
    const need = needOf(await needRow(tenant))
    if (need === 'nothing' || need === 'wait') return
    const isDone = need === 'run' ? await creditRun(tenant) : (await drained(tenant, STEP)) !== null
    if (!isDone) return
  }
}

const StandingRow = z.object({
  rules: KeptRules.nullable(),
  pending: KeptRules.nullable(),
  defaultModel: z.enum(MODELS).nullable(),
  grossMargin: z.int().nullable(),
  run: z.object({ done: z.number(), total: z.number() }).nullable(),
  waiting: z.coerce.number(),
  asOf: z.date().nullable(),
})

/** By which rules the credits stand, and what is on its way into them. */
export async function standingIn(tx: Tx, orgId: string): Promise<AttributionStanding> {
  const { rows } = await tx.$client.query(
    `select s.rules, s.pending, s.default_model as "defaultModel", s.gross_margin as "grossMargin",
       (select json_build_object('done', r.done, 'total', r.total) from attribution_runs r
         where r.org_id = $1 and r.state = 'running') as run, w.waiting, w."asOf"
     from organisations o left join attribution_settings s on s.org_id = o.org_id
     cross join (select count(*) as waiting, min(marked_at) as "asOf" from attribution_dirty d where d.org_id = $1) w
     where o.org_id = $1`,
    [orgId],
  )
  const { rules, defaultModel, asOf, ...row } = StandingRow.parse(rows[0])
  return {
    ...row,
    ...{ rules: rules ?? USUAL_SETTINGS.rules, defaultModel: defaultModel ?? USUAL_SETTINGS.defaultModel },
    asOf: asOf?.toISOString() ?? null,
  }
}
