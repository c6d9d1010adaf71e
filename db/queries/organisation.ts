import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Channel, Stage, Team } from '#lib/organisation'
import { type Actor, reaches } from '#lib/permissions'
import { readOrg, type Tx } from '../client'
import { channels as channelTable, stages as stageTable } from '../schema/funnel'
import { teams as teamTable } from '../schema/teams'

/** The organisation's channels in their order, archived ones last. */
export function channels(actor: Actor): Promise<Channel[]> {
  return readOrg(actor, (tx) => channelsIn(tx, actor.orgId))
}

/** The stages of the funnel, upstream first. */
export function stages(actor: Actor): Promise<Stage[]> {
  return readOrg(actor, (tx) => stagesIn(tx, actor.orgId))
}

/** The teams that the actor reaches, root first, then in the order in which they were added. */
export async function teams(actor: Actor, { archived = false }: { readonly archived?: boolean } = {}): Promise<Team[]> {
  const all = await readOrg(actor, (tx) => teamsIn(tx, actor.orgId, archived))
  return all.filter((team) => reaches(actor, team.id))
}

export async function channelsIn(tx: Tx, orgId: string): Promise<Channel[]> {
  const rows = await tx
    .select({
      id: channelTable.id,
      name: channelTable.name,
      colour: channelTable.colour,
      isMarketing: channelTable.isMarketing,
      isDirect: channelTable.isDirect,
      grossMargin: channelTable.grossMargin,
      defaultEntry: channelTable.defaultEntry,
      archivedAt: channelTable.archivedAt,
    })
    .from(channelTable)
    .where(eq(channelTable.orgId, orgId))
    .orderBy(desc(isNull(channelTable.archivedAt)), asc(channelTable.position), asc(channelTable.id))
  return rows.map((row) => ({ ...row, archivedAt: row.archivedAt?.toISOString() ?? null }))
}

export function stagesIn(tx: Tx, orgId: string): Promise<Stage[]> {
  return tx
    .select({ key: stageTable.key, name: stageTable.name, position: stageTable.position })
    .from(stageTable)
    .where(eq(stageTable.orgId, orgId))
    .orderBy(asc(stageTable.position))
}

export async function teamsIn(tx: Tx, orgId: string, archived: boolean): Promise<Team[]> {
  const rows = await tx
    .select({ id: teamTable.id, name: teamTable.name, isRoot: teamTable.isRoot, archivedAt: teamTable.archivedAt })
    .from(teamTable)
    .where(and(eq(teamTable.orgId, orgId), archived ? undefined : isNull(teamTable.archivedAt)))
    .orderBy(desc(teamTable.isRoot), desc(isNull(teamTable.archivedAt)), asc(teamTable.createdAt), asc(teamTable.id))
  return rows.map((row) => ({ ...row, archivedAt: row.archivedAt?.toISOString() ?? null }))
}
