import { and, eq, inArray, sql } from 'drizzle-orm'
import { conflict, invalid, notFound } from '#lib/errors'
import { type ActualCell, SaveActualsInput } from '#lib/input/actuals'
import { cellsIn, closedMonthsIn } from '../queries/actuals'
import { channelsIn, stagesIn } from '../queries/organisation'
import { monthlyActuals } from '../schema/actuals'
import { campaigns } from '../schema/funnel'
import { teams } from '../schema/teams'
import { writeCells } from './actual-cells'
import { type CellConflict, cellChanges, placeOf, type SavedCell } from './cell-changes'
import { command, lockedTeam, type Work } from './command'

export type SavedActuals = { readonly saved: readonly SavedCell[]; readonly conflicts: readonly CellConflict[] }

/**
 * Writes cells of a team's actuals; null makes a cell blank. Cells that somebody else changed in between (see
 * `version` of a cell) are not written but come back with both values; all others are saved.
 * @throws AppError 'conflict' (monthClosed, teamArchived), 'invalid', 'notFound': nothing is saved then
 */
export const saveActuals = command(
  { action: 'actuals.save', capability: 'actuals.edit', input: SaveActualsInput },
  async (work, { teamId, cells }) => {
    const team = await lockedTeam(work, teamId)
    if (team.archivedAt) throw conflict('teamArchived')
    await requireOwnParts(work, teamId, cells)
    await requireOpenMonths(work, teamId, cells)
    const { changes, conflicts, unchanged } = cellChanges(cells, await standingCells(work, teamId, cells))
    if (changes.length === 0) return { value: { saved: unchanged, conflicts }, audit: null }
    const version = await nextVersion(work, teamId)
    await writeCells(work, teamId, version, changes)
    const written = changes.map((cell): SavedCell => {
      return { ...placeOf(cell), value: cell.after, version: cell.after === null ? null : version }
    })
    const value: SavedActuals = { saved: [...unchanged, ...written], conflicts }
    const before = changes.map((cell) => ({ ...placeOf(cell), value: cell.before }))
    return { value, audit: { subjectId: teamId, before, after: written } }
  },
)

/** Another organisation's channel or campaign is not found; a metric must be one of the organisation's. */
async function requireOwnParts(work: Work, teamId: string, cells: readonly ActualCell[]): Promise<void> {
  const { tx, actor } = work
  const channels = new Set((await channelsIn(tx, actor.orgId)).map((channel) => channel.id))
  if (!cells.every(({ channelId }) => channelId === null || channels.has(channelId))) throw notFound()
  const metrics = new Set([...(await stagesIn(tx, actor.orgId)).map((stage) => stage.key), 'revenue', 'cost'])
  const unknown = cells.findIndex(({ metric }) => !metrics.has(metric))
  if (unknown >= 0) throw invalid('invalid', { [`cells.${unknown}.metric`]: 'stageUnknown' })
  await requireOwnCampaigns(work, teamId, cells)
}

/** A campaign must be the team's own and of the cell's channel. */
async function requireOwnCampaigns({ tx, actor }: Work, teamId: string, cells: readonly ActualCell[]): Promise<void> {
  const wanted = [...new Set(cells.flatMap(({ campaignId }) => campaignId ?? []))]
  if (wanted.length === 0) return
  const found = await tx
    .select({ id: campaigns.id, channelId: campaigns.channelId })
    .from(campaigns)
    .where(and(eq(campaigns.orgId, actor.orgId), eq(campaigns.teamId, teamId), inArray(campaigns.id, wanted)))
  const channelOf = new Map(found.map((campaign) => [campaign.id, campaign.channelId]))
  const isOwn = ({ campaignId, channelId }: ActualCell) =>
    campaignId === null || channelOf.get(campaignId) === channelId
  if (!cells.every(isOwn)) throw notFound()
}

async function requireOpenMonths({ tx, actor }: Work, teamId: string, cells: readonly ActualCell[]): Promise<void> {
  const closed = await closedMonthsIn(tx, actor.orgId, teamId)
  const month = closed.find((each) => cells.some((cell) => cell.month === each))
  if (month) throw conflict('monthClosed', { month })
}

function standingCells({ tx, actor }: Work, teamId: string, cells: readonly ActualCell[]) {
  const months = [...new Set(cells.map((cell) => cell.month))]
  return cellsIn(tx, actor.orgId, and(eq(monthlyActuals.teamId, teamId), inArray(monthlyActuals.month, months)))
}

/** A version that no cell of the team has ever had. */
async function nextVersion({ tx, actor }: Work, teamId: string): Promise<number> {
  const [raised] = await tx
    .update(teams)
    .set({ actualsVersion: sql`${teams.actualsVersion} + 1` })
    .where(and(eq(teams.orgId, actor.orgId), eq(teams.id, teamId)))
    .returning({ version: teams.actualsVersion })
  if (!raised) throw notFound()
  return raised.version
}
