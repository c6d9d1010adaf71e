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
import { groupByHash } from './group-by-hash'
import { channelsIn, stagesIn, teamsIn } from './organisation'
import type { PipelineScope } from './pipeline-conditions'
import { closedIn, createdIn, influencesIn, openIn, ownersIn, rowsOf } from './pipeline-deals'
import { handoverIn, journeysIn } from './pipeline-leads'
import { historyIn, standingIn } from './pipeline-pace'

/** Whose pipeline, as of which day. */
export type PipelineOf = Pick<PipelineScope, 'timeZone' | 'today' | 'window'> &
  Partial<Pick<PipelineScope, 'owner'>> & { readonly teamId: string }
type Months = { readonly from: Month; readonly to: Month }

export type SummaryWanted = Months &
  Pick<PipelineView, 'by' | 'set'> & { readonly historyFrom: Month; readonly historyTo: Month }

const keptFigures = keptReads<object>(200)

/** Opportunities of a team's period, of the root those of all teams. @throws AppError 'notFound' */
export async function pipelineSource(actor: Reader, of: PipelineOf, wanted: SummaryWanted): Promise<SummarySource> {
  const { historyFrom, historyTo, ...period } = wanted
  const history = { from: historyFrom, to: historyTo }
  const [cells, pace] = await Promise.all([
    kept(actor, of, ['period', ...Object.values(period)], (tx, scope) => periodIn(tx, scope, period)),
    kept(actor, of, ['pace', historyFrom, historyTo], (tx, scope) => paceIn(tx, scope, history)),
  ])
  return { ...cells, ...pace }
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

type Pace = Pick<SummarySource, 'history' | 'cycle' | 'standing'>
type PeriodWanted = Omit<SummaryWanted, 'historyFrom' | 'historyTo'>

async function periodIn(tx: Tx, scope: PipelineScope, wanted: PeriodWanted): Promise<Omit<SummarySource, keyof Pace>> {
  const { by, set, ...months } = wanted
  const basis = { created: 'created', open: 'open', won: 'closed' } as const
  const ofSet = set === 'open' ? { from: null, to: null } : months
  await groupByHash(tx)
  return {
    created: await createdIn(tx, scope, months, by),
    closed: await closedIn(tx, scope, months, by),
    open: await openIn(tx, scope, by),
    influences:
      by === 'channel' || by === 'campaign'
        ? await influencesIn(tx, scope, { by, basis: basis[set], only: set === 'won' ? 'won' : null, ...ofSet })
        : null,
  }
}

/** What rests on the months before today and on today alone: the same for every period that is looked at. */
async function paceIn(tx: Tx, scope: PipelineScope, months: Months): Promise<Pace> {
  await groupByHash(tx)
  const history = await historyIn(tx, scope, months)
  const cycle = history.flatMap(({ days, count }) => (days === null ? [] : [{ days, count }]))
  return { history, cycle, standing: await standingIn(tx, scope) }
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
