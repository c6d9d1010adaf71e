import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Campaign } from '#lib/campaign'
import { type Actor, reaches } from '#lib/permissions'
import { readOrg, type Tx } from '../client'
import { isId } from '../id'
import { campaigns } from '../schema/funnel'

/** A team's campaigns of all years in the order of their start, archived ones too; none of a team out of reach. */
export async function campaignsOf(actor: Actor, teamId: string): Promise<Campaign[]> {
  if (!isId(teamId) || !reaches(actor, teamId)) return []
  return readOrg(actor, (tx) => campaignsIn(tx, actor.orgId, eq(campaigns.teamId, teamId)))
}

/** The campaigns that meet a condition. */
export async function campaignsIn(tx: Tx, orgId: string, wanted: SQL | undefined): Promise<Campaign[]> {
  const rows = await tx
    .select({
      id: campaigns.id,
      teamId: campaigns.teamId,
      channelId: campaigns.channelId,
      name: campaigns.name,
      startsOn: campaigns.startsOn,
      endsOn: campaigns.endsOn,
      budget: campaigns.budget,
      plannedEntries: campaigns.plannedEntries,
      archivedAt: campaigns.archivedAt,
    })
    .from(campaigns)
    .where(and(eq(campaigns.orgId, orgId), wanted))
    .orderBy(asc(campaigns.startsOn), asc(campaigns.endsOn), asc(campaigns.id))
  return rows.map((row) => ({ ...row, archivedAt: row.archivedAt?.toISOString() ?? null }))
}
