import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Campaign } from '#lib/campaign'
import { notFound } from '#lib/errors'
import type { PipelineView } from '#lib/input/pipeline'
import type { Month } from '#lib/month'
import type { Channel, Stage } from '#lib/organisation'
import { type Actor, reaches } from '#lib/permissions'
import type { HandoverCell } from '#lib/pipeline/handover'
import type { JourneyCell } from '#lib/pipeline/journey'
import type { SummarySource } from '#lib/pipeline/summary'
import { readOrg, type Tx } from '../client'
import { kept as keptReads, type Reader } from '../kept'
import { leads } from '../schema/leads'
import { opportunities } from '../schema/opportunities'
import { campaignsIn } from './campaigns'
import { channelsIn, stagesIn, teamsIn } from './organisation'
import type { PipelineScope } from './pipeline-conditions'
import { cycleDaysIn, dealCellsIn, influencesIn, ownersIn, rowsOf, standingIn } from './pipeline-deals'
import { handoverIn, journeysIn } from './pipeline-leads'

/** Whose pipeline, as of which day. */
export type PipelineOf = Pick<PipelineScope, 'timeZone' | 'today' | 'window'> &
  Partial<Pick<PipelineScope, 'owner'>> & { readonly teamId: string }
type Months = { readonly from: Month; readonly to: Month }

export type SummaryWanted = Months &
  Pick<PipelineView, 'by' | 'set'> & { readonly historyFrom: Month; readonly historyTo: Month }

const keptFigures = keptReads<object>(200)

/** Opportunities of a team's period, of the root those of all teams. @throws AppError 'notFound' */
export function pipelineSource(actor: Reader, of: PipelineOf, wanted: SummaryWanted): Promise<SummarySource> {
  return kept(actor, of, ['summary', ...Object.values(wanted)], (tx, scope) => summaryIn(tx, scope, wanted))
}

/** Leads passed to sales in a period. @throws AppError 'notFound' */
export function handoverCells(actor: Reader, of: PipelineOf, months: Months): Promise<HandoverCell[]> {
  return kept(actor, of, ['handover', months.from, months.to], (tx, scope) => handoverIn(tx, scope, months))
}

/** Leads that came in some months, and when they reached each stage. @throws AppError 'notFound' */
export function journeys(actor: Reader, of: PipelineOf, months: Months): Promise<JourneyCell[]> {
  return kept(actor, of, ['journeys', months.from, months.to], async (tx, scope) =>
    journeysIn(tx, scope, months, await stagesIn(tx, scope.orgId)),
  )
}

/** What the screen names: channels and stages of the organisation, all campaigns, and who owns the team's opportunities. */
export type PipelineNames = {
  readonly channels: readonly Channel[]
  readonly stages: readonly Stage[]
  readonly campaigns: readonly Pick<Campaign, 'id' | 'name'>[]
  readonly owners: readonly string[]
}

/** @throws AppError 'notFound' */
export function pipelineNames(actor: Reader, of: PipelineOf): Promise<PipelineNames> {
  return kept(actor, { ...of, owner: null }, ['names'], async (tx, scope) => ({
    channels: await channelsIn(tx, scope.orgId),
    stages: await stagesIn(tx, scope.orgId),
    campaigns: (await campaignsIn(tx, scope.orgId, undefined)).map(({ id, name }) => ({ id, name })),
    owners: await ownersIn(tx, scope),
  }))
}

/** Whether a team has any lead or opportunity at all. @throws AppError 'notFound' */
export async function hasRecords(actor: Reader, of: PipelineOf): Promise<boolean> {
  const { found } = await kept(actor, of, ['any'], async (tx, { orgId, teamIds }) => {
    const any = (table: typeof leads | typeof opportunities) =>
      sql`exists (select from ${table} where ${table.orgId} = ${orgId} and ${inArray(table.teamId, [...teamIds])})`
    const [row] = await rowsOf(
      tx,
      z.object({ found: z.boolean() }),
      sql`select (${any(leads)} or ${any(opportunities)}) as found`,
    )
    return row ?? { found: false }
  })
  return found
}

async function summaryIn(tx: Tx, scope: PipelineScope, wanted: SummaryWanted): Promise<SummarySource> {
  const { by, set, historyFrom, historyTo, ...months } = wanted
  const history = { from: historyFrom, to: historyTo }
  const basis = { created: 'created', open: 'open', won: 'closed' } as const
  const ofSet = set === 'open' ? { from: null, to: null } : months
  return {
    created: await dealCellsIn(tx, scope, { basis: 'created', ...months }, 'all'),
    closed: await dealCellsIn(tx, scope, { basis: 'closed', ...months }, 'won'),
    open: await dealCellsIn(tx, scope, { basis: 'open', from: null, to: null }, 'all'),
    history: await dealCellsIn(tx, scope, { basis: 'closed', ...history }, 'none'),
    influences:
      by === 'channel' || by === 'campaign'
        ? await influencesIn(tx, scope, { by, basis: basis[set], only: set === 'won' ? 'won' : null, ...ofSet })
        : null,
    cycle: await cycleDaysIn(tx, scope, history),
    standing: await standingIn(tx, scope),
  }
}

/** What was read for the same view of the same data. @throws AppError 'notFound' */
async function kept<Value extends object>(
  actor: Reader,
  of: PipelineOf,
  what: readonly string[],
  read: (tx: Tx, scope: PipelineScope) => Promise<Value>,
): Promise<Value> {
  if (!reaches(actor, of.teamId)) throw notFound()
  const { teamId, timeZone, today, window, owner = null } = of
  const limits = [teamId, timeZone, today, window, owner, ...what]
  return keptFigures(actor, limits, () => readPipeline(actor, of, read)) as Promise<Value>
}

/** A reading transaction with the scope of a team; the root's is all teams, archived ones too. @throws AppError 'notFound' */
export async function readPipeline<Value>(
  actor: Actor,
  { teamId, ...of }: PipelineOf,
  read: (tx: Tx, scope: PipelineScope) => Promise<Value>,
): Promise<Value> {
  if (!reaches(actor, teamId)) throw notFound()
  return readOrg(actor, async (tx) => {
    const teams = await teamsIn(tx, actor.orgId, true)
    const team = teams.find((each) => each.id === teamId)
    if (!team) throw notFound()
    const teamIds = team.isRoot ? teams.map(({ id }) => id) : [team.id]
    const marketing = (await channelsIn(tx, actor.orgId)).filter((each) => each.isMarketing).map(({ id }) => id)
    return read(tx, { orgId: actor.orgId, teamIds, marketing, owner: null, ...of })
  })
}
