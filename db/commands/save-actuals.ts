import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { conflict, invalid, notFound } from '#lib/errors'
import { type ActualCell, type CellAddress, SaveActualsInput } from '#lib/input/actuals'
import type { Restatement } from '#lib/monthly-actual'
import { cellsIn } from '../queries/actuals'
import { choicesIn } from '../queries/counted'
import { channelsIn, stagesIn } from '../queries/organisation'
import { monthlyActuals } from '../schema/actuals'
import { campaigns } from '../schema/funnel'
import { memberships } from '../schema/people'
import { teams } from '../schema/teams'
import { writeCells } from './actual-cells'
import {
  type CellChange,
  type CellConflict,
  type ChangedBetween,
  cellChanges,
  placeOf,
  type SavedCell,
} from './cell-changes'
import { type Change, command, lockedTeam, type Work } from './command'
import { isByHand, requireByHand } from './entered-by-hand'
import { requireOneWay } from './entered-one-way'
import { corrections, writeRestatements } from './restated-cells'

export type SavedActuals = { readonly saved: readonly SavedCell[]; readonly conflicts: readonly CellConflict[] }

/**
 * Writes cells of a team's actuals; null makes a cell blank. Cells that somebody else changed in between (see
 * `version` of a cell) are not written but come back with both values; all others are saved. A changed cell of a closed
 * month needs the reason and leaves a restatement.
 * @throws AppError 'conflict' (monthClosed, countedFromRecords, enteredByCampaign, enteredDirectly, teamArchived), 'invalid', 'notFound':
 *   nothing is saved then
 */
export const saveActuals = command(
  { action: 'actuals.save', capability: 'actuals.edit', input: SaveActualsInput },
  async (work, input) => (await savedActuals(work, input)).change,
)

type Saved = { readonly change: Change<SavedActuals>; readonly changes: readonly CellChange[] }

/**
 * The whole of saving within a command, with what it changed: see saveActuals.
 * @param undoes whether an import is taken back: then a cell that is counted from records may change too, beneath what
 *   counts, and a closed month needs no reason but this one
 */
export async function savedActuals(
  work: Work,
  { teamId, cells, reason }: z.output<typeof SaveActualsInput>,
  undoes = false,
): Promise<Saved> {
  const team = await lockedTeam(work, teamId)
  if (team.archivedAt) throw conflict('teamArchived')
  await requireOwnParts(work, teamId, cells)
  const standing = await standingCells(work, teamId, cells)
  const { changes, conflicts: between, unchanged } = cellChanges(cells, standing)
  const choices = await choicesIn(work.tx, work.actor.orgId, [teamId])
  if (!undoes) requireByHand([...changes, ...between], choices)
  const counts = (cell: CellAddress) => isByHand(cell, choices)
  const why = reasonOf(reason, undoes)
  const corrected = await corrections(work, teamId, changes.filter(counts), why)
  requireOneWay(changes.filter(counts), standing.filter(counts))
  const conflicts = await withAuthors(work, teamId, between)
  if (changes.length === 0) return { change: { value: { saved: unchanged, conflicts }, audit: null }, changes }
  const version = await nextVersion(work, teamId)
  await writeCells(work, teamId, version, changes)
  await writeRestatements(work, teamId, version, corrected, why)
  const written = changes.map((cell): SavedCell => {
    return { ...placeOf(cell), value: cell.after, version: cell.after === null ? null : version }
  })
  const value: SavedActuals = { saved: [...unchanged, ...written], conflicts }
  const before = changes.map((cell) => ({ ...placeOf(cell), value: cell.before }))
  const after = corrected.length > 0 ? { cells: written, reason: why } : written
  return { change: { value, audit: { subjectId: teamId, before, after } }, changes }
}

function reasonOf(typed: string | null, undoes: boolean): Restatement['reason'] | null {
  if (undoes) return { key: 'importUndone' }
  return typed === null ? null : { text: typed }
}

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

function standingCells({ tx, actor }: Work, teamId: string, cells: readonly ActualCell[]) {
  const months = [...new Set(cells.map((cell) => cell.month))]
  return cellsIn(tx, actor.orgId, and(eq(monthlyActuals.teamId, teamId), inArray(monthlyActuals.month, months)))
}

/** Adds who saved the other value: the saves of a team are numbered, so a version names one save. */
async function withAuthors(
  { tx, actor }: Work,
  teamId: string,
  conflicts: readonly ChangedBetween[],
): Promise<CellConflict[]> {
  const versions = [...new Set(conflicts.flatMap(({ version }) => version ?? []))]
  if (versions.length === 0) return conflicts.map((cell) => ({ ...cell, by: null, at: null }))
  const rows = await tx
    .selectDistinct({ version: monthlyActuals.version, by: memberships.name, at: monthlyActuals.updatedAt })
    .from(monthlyActuals)
    .innerJoin(
      memberships,
      and(eq(memberships.orgId, monthlyActuals.orgId), eq(memberships.userId, monthlyActuals.updatedBy)),
    )
    .where(
      and(
        eq(monthlyActuals.orgId, actor.orgId),
        eq(monthlyActuals.teamId, teamId),
        inArray(monthlyActuals.version, versions),
      ),
    )
  const saves = new Map(rows.map(({ version, by, at }) => [version, { by, at: at.toISOString() }]))
  return conflicts.map((cell) => ({ ...cell, ...(saves.get(cell.version ?? 0) ?? { by: null, at: null }) }))
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
