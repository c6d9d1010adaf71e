import { asc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#lib/permissions'
import type { CostRow } from '#lib/records/cost'
import type { LeadRow } from '#lib/records/lead'
import type { OpportunityRow } from '#lib/records/opportunity'
import type { TouchRow } from '#lib/records/touch'
import { readOrg } from './client'
import type { GivenOrganisation } from './fixtures'
import { countOf, rebuildRollups } from './rebuild'
import { monthlyRollup } from './schema/rollup'

/** A lead of Web in the root team that came on 10 April 2026. */
export function givenLead(org: GivenOrganisation, changes: Partial<z.input<typeof LeadRow>> = {}) {
  const place = { teamId: org.rootId, channelId: org.channelIds.Web ?? '' }
  return { identity: 'x:L1', ...place, stages: { lead: '2026-04-10' }, ...changes }
}

/** An open opportunity of 1,000,000 in the root team without a source, created on 20 April 2026. */
export function givenOpportunity(org: GivenOrganisation, changes: Partial<z.input<typeof OpportunityRow>> = {}) {
  const deal = { name: '計測システム', amount: 1_000_000, state: 'open', createdOn: '2026-04-20' } as const
  return { identity: 'x:O1', teamId: org.rootId, ...deal, ...changes }
}

/** A touch of an exhibition on 1 April 2026. */
export function givenTouch(org: GivenOrganisation, changes: Partial<z.input<typeof TouchRow>> = {}) {
  return { identity: 'x:T1', channelId: org.channelIds.展示会 ?? '', at: '2026-04-01', ...changes }
}

/** What Web cost in April 2026: 300,000. */
export function givenCost(org: GivenOrganisation, changes: Partial<z.input<typeof CostRow>> = {}) {
  const place = { teamId: org.rootId, channelId: org.channelIds.Web ?? '' }
  return { identity: 'x:C1', ...place, month: '2026-04', amount: 300_000, ...changes } as const
}

/**
 * The rollup as lines 'month line metric value', in their order, with the channel's name before the metric. Fails when
 * counting everything anew gives anything else: the deltas of the commands must agree with it at all times.
 */
export async function rollupOf(org: GivenOrganisation): Promise<string[]> {
  const rows = await rollupRows(org.admin)
  const rebuilt = await rebuildRollups(org.admin)
  if (countOf(rebuilt) > 0) throw new Error(`a rollup was wrong: ${JSON.stringify(rebuilt)}`)
  const names = new Map(Object.entries(org.channelIds).map(([name, id]) => [id, name]))
  return rows.map(({ month, line, channelId, metric, value }) =>
    [month, channelId === null ? line : names.get(channelId), metric, value].join(' '),
  )
}

function rollupRows(actor: Actor) {
  const { month, line, channelId, metric, value } = monthlyRollup
  return readOrg(actor, (tx) =>
    tx
      .select({ month, line, channelId, metric, value })
      .from(monthlyRollup)
      .where(eq(monthlyRollup.orgId, actor.orgId))
      .orderBy(asc(month), asc(line), asc(channelId), asc(metric)),
  )
}
