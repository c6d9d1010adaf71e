import type { CreditCell } from '#lib/attribution/credit'
import { type Tenant, type Tx, withOrg } from '../client'
import { newId } from '../id'
import { replaceCells } from './cells'
import { lockCredits, raiseVersion, STILL_SECONDS, takenIn } from './drain'
import { rewrittenJourneys } from './journeys'
import { restateDeals } from './restated'
import { completedRules, settingsIn, switchRules, USUAL_SETTINGS } from './settings'
import { creditedJourneys } from './summed'

/** Opportunities whose journeys one transaction rewrites: whoever marks one of them meanwhile waits for its end. */
const CHUNK = 1000

/**
 * Credits everything of an organisation anew, with the rules that wait if there are any. While it runs nobody drains,
 * so that journeys stand still; pages read the old figures until the last transaction puts the new ones into their
 * place. Of one that broke off, the next takes the place. False: another run is under way.
 */
export async function creditRun(tenant: Tenant): Promise<boolean> {
  const run = await begun(tenant)
  if (run === null) return false
  const rewritten = await rewriteWaiting(tenant, run)
  const settings = await withOrg(tenant, (tx) => settingsIn(tx, tenant.orgId))
  const { rules, pending } = settings ?? USUAL_SETTINGS
  const used = await withOrg(tenant, (tx) => completedRules(tx, tenant.orgId, pending ?? rules))
  const told = (read: number) => withOrg(tenant, (tx) => beat(tx, tenant.orgId, run, rewritten + read))
  const cells = await creditedJourneys((read) => withOrg(tenant, read), tenant.orgId, used, told)
  await withOrg(tenant, async (tx) => {
    await ended(tx, tenant.orgId, run, cells)
    await switchRules(tx, tenant.orgId, used, pending)
    await raiseVersion(tx, tenant.orgId)
  })
  return true
}

/** A run of one's own; null while another one is alive. */
async function begun(tenant: Tenant): Promise<string | null> {
  return withOrg(tenant, async (tx) => {
    const { orgId } = tenant
    await lockCredits(tx, orgId)
    await tx.$client.query(
      `update attribution_runs set state = 'abandoned', finished_at = clock_timestamp() where org_id = $1
         and state = 'running' and active_at < clock_timestamp() - make_interval(secs => ${STILL_SECONDS})`,
      [orgId],
    )
    const id = newId()
    const { rowCount } = await tx.$client.query(
      `insert into attribution_runs (org_id, id, state, done, total, started_at, active_at)
       select $1, $2, 'running', 0, (select count(*) from attribution_dirty where org_id = $1)
         + (select count(*) from opportunities where org_id = $1), clock_timestamp(), clock_timestamp()
       where not exists (select from attribution_runs where org_id = $1 and state = 'running')`,
      [orgId, id],
    )
    return rowCount === 1 ? id : null
  })
}

/** Keeps the journeys of all that wait as they are now; their credits come with everybody's. Answers how many. */
async function rewriteWaiting(tenant: Tenant, run: string): Promise<number> {
  const { orgId } = tenant
  for (let done = 0; ; ) {
    const taken = await withOrg(tenant, async (tx) => {
      await lockCredits(tx, orgId)
      await beat(tx, orgId, run, done)
      const marks = await takenIn(tx, orgId, CHUNK)
      const { rules } = (await settingsIn(tx, orgId)) ?? USUAL_SETTINGS
      const { changes } = await rewrittenJourneys(tx, orgId, marks)
      await restateDeals(tx, orgId, changes, rules)
      return marks.length
    })
    if (taken === 0) return done
    done += taken
  }
}

/** Says how far the run is. @throws Error when it was taken for dead and another one stands in its place */
async function beat(tx: Tx, orgId: string, run: string, done: number): Promise<void> {
  const { rowCount } = await tx.$client.query(
    `update attribution_runs set done = least($3, total), active_at = clock_timestamp()
     where org_id = $1 and id = $2 and state = 'running'`,
    [orgId, run, done],
  )
  if (rowCount !== 1) throw new Error('the run of attribution was taken over by another one')
}

async function ended(tx: Tx, orgId: string, run: string, cells: readonly CreditCell[]): Promise<void> {
  await lockCredits(tx, orgId)
  await beat(tx, orgId, run, 0)
  await replaceCells(tx, orgId, cells)
  await tx.$client.query(
    `update attribution_runs set state = 'done', done = total, finished_at = clock_timestamp() where org_id = $1 and id = $2`,
    [orgId, run],
  )
}
