import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { type DealFilter, type LeadFilter, NONE } from '#lib/input/pipeline'
import { addMonths, type Month } from '#lib/month'
import type { Actor } from '#lib/permissions'
import { type HandoverState, handoverState } from '#lib/pipeline/handover'
import type { ForecastCategory, OpportunityState } from '#lib/records/opportunity'
import type { Tx } from '../client'
import { accounts } from '../schema/accounts'
import { leadStages, leads } from '../schema/leads'
import { opportunities as deals } from '../schema/opportunities'
import { type PipelineOf, readPipeline } from './pipeline'
import {
  BASIS,
  dayOf,
  daysInStage,
  dealsOf,
  firstDay,
  isInfluenced,
  isSourced,
  type PipelineScope,
  startOf,
} from './pipeline-conditions'
import { ageOf, between, leadsOfTeams, responseDays } from './pipeline-leads'

export const PAGE_SIZE = 50

/** A page of a list: the next one begins after `next`; null: this is the last. */
export type Page<Row> = {
  readonly rows: readonly Row[]
  readonly next: string | null
  /** All that the filter finds. */
  readonly total: number
  readonly amount: number
}

/** An opportunity as the list shows it and the form changes it. Amounts in the minor unit, days 'YYYY-MM-DD'. */
export type DealRow = {
  readonly id: string
  readonly teamId: string
  readonly name: string
  readonly account: string | null
  readonly state: OpportunityState
  readonly amount: number | null
  readonly stage: string | null
  readonly daysInStage: number
  readonly createdOn: string
  readonly expectedCloseOn: string | null
  readonly closedOn: string | null
  readonly owner: string | null
  readonly forecastCategory: ForecastCategory | null
  /** As said; null: derived. */
  readonly isNew: boolean | null
  readonly countsAsNew: boolean
  readonly lossReason: string | null
  /** Lead source as said, and as it counts. */
  readonly channelId: string | null
  readonly sourceChannelId: string | null
  readonly sourceCampaignId: string | null
  readonly isSourced: boolean
  readonly isInfluenced: boolean
}

/** A page of a team's opportunities: open ones by expected close, others newest first. @throws AppError 'notFound' */
export function dealPage(actor: Actor, of: PipelineOf, filter: DealFilter): Promise<Page<DealRow>> {
  return readPipeline(actor, of, async (tx, scope) => {
    const where = dealsOf(filter, scope)
    const [all] = await tx
      .select({ total: sql<number>`count(*)::int`, amount: sql<number>`coalesce(sum(${deals.amount}), 0)::float8` })
      .from(deals)
      .where(where)
    const rows = await dealRowsIn(tx, scope, { where, ...orderOf(filter) })
    const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined
    const next = last ? `${sortDate(filter, last)}_${last.id}` : null
    return { rows: rows.slice(0, PAGE_SIZE), next, total: all?.total ?? 0, amount: all?.amount ?? 0 }
  })
}

/** Stands for a missing expected close: after all others. */
const NO_DATE = '9999-12-31'

function sortDate({ basis }: DealFilter, row: DealRow): string {
  if (basis === 'open') return row.expectedCloseOn ?? NO_DATE
  return (basis === 'created' ? row.createdOn : row.closedOn) ?? NO_DATE
}

type Order = { readonly orderBy: readonly SQL[]; readonly after: SQL | undefined }

/** Keyset paging: the page begins after the date and id of the last row shown, however many came in between. */
function orderOf({ basis, after }: DealFilter): Order {
  const date = basis === 'open' ? sql`coalesce(${BASIS.open}, ${NO_DATE}::date)` : sql`${BASIS[basis]}`
  const [day, id] = keyOf(after)
  const isOpen = basis === 'open'
  return {
    orderBy: isOpen ? [asc(date), asc(deals.id)] : [desc(date), desc(deals.id)],
    after:
      day === null
        ? undefined
        : isOpen
          ? sql`(${date}, ${deals.id}) > (${day}::date, ${id}::uuid)`
          : sql`(${date}, ${deals.id}) < (${day}::date, ${id}::uuid)`,
  }
}

const KEY = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))_([0-9a-f-]{36})$/

function keyOf(after: string | null): [string, string] | [null, null] {
  const [, day, id] = KEY.exec(after ?? '') ?? []
  return day === undefined || id === undefined || Number.isNaN(Date.parse(day)) ? [null, null] : [day, id]
}

function dealRowsIn(
  tx: Tx,
  scope: PipelineScope,
  { where, orderBy, after }: Order & { where: SQL | undefined },
): Promise<DealRow[]> {
  return tx
    .select({
      id: deals.id,
      teamId: deals.teamId,
      name: deals.name,
      account: accounts.name,
      state: deals.state,
      amount: deals.amount,
      stage: deals.stage,
      daysInStage: daysInStage(scope),
      createdOn: deals.createdOn,
      expectedCloseOn: deals.expectedCloseOn,
      closedOn: deals.closedOn,
      owner: deals.owner,
      forecastCategory: deals.forecastCategory,
      isNew: deals.isNew,
      countsAsNew: deals.countsAsNew,
      lossReason: deals.lossReason,
      channelId: deals.channelId,
      sourceChannelId: deals.sourceChannelId,
      sourceCampaignId: deals.sourceCampaignId,
      isSourced,
      isInfluenced: isInfluenced(scope),
    })
    .from(deals)
    .leftJoin(accounts, and(eq(accounts.orgId, deals.orgId), eq(accounts.id, deals.accountId)))
    .where(and(where, after))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1)
}

/** A lead as the list shows it. Days are of the organisation's calendar. */
export type LeadRow = {
  readonly id: string
  readonly account: string | null
  readonly channelId: string
  readonly campaignId: string | null
  readonly cameOn: string | null
  readonly passedOn: string | null
  readonly workedOn: string | null
  readonly returnedOn: string | null
  readonly returnReason: string | null
  readonly responseDays: number | null
  readonly age: number | null
  readonly state: HandoverState | null
}

/** A page of a team's leads: by the day on which they were passed, or came, newest first. @throws AppError 'notFound' */
export function leadPage(actor: Actor, of: PipelineOf, filter: LeadFilter): Promise<Page<LeadRow>> {
  return readPipeline(actor, of, async (tx, scope) => {
    const where = leadsWanted(filter, scope)
    const counted = await tx
      .select({ total: sql<number>`count(*)::int` })
      .from(leads)
      .leftJoin(leadStages, CAME)
      .where(where)
    const read = await leadRowsIn(tx, scope, { where, filter })
    const last = read.length > PAGE_SIZE ? read[PAGE_SIZE - 1] : undefined
    const next = last?.at ? `${last.at.toISOString()}_${last.id}` : null
    const rows = read.slice(0, PAGE_SIZE).map(({ at, ...row }) => withState(row, filter.agreed))
    return { rows, next, total: counted[0]?.total ?? 0, amount: 0 }
  })
}

const CAME = and(eq(leadStages.orgId, leads.orgId), eq(leadStages.leadId, leads.id), eq(leadStages.stage, 'lead'))

const LEAD_KEY = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/

function leadRowsIn(
  tx: Tx,
  scope: PipelineScope,
  { where, filter }: { readonly where: SQL | undefined; readonly filter: LeadFilter },
): Promise<(Omit<LeadRow, 'state'> & { readonly at: Date | null })[]> {
  const moment = filter.basis === 'passed' ? leads.passedAt : leadStages.reachedAt
  // A moment of JavaScript has milliseconds: compared by them, no lead stands on two pages.
  const at = sql`date_trunc('milliseconds', ${moment})`
  const [, after, id] = LEAD_KEY.exec(filter.after ?? '') ?? []
  const isKey = after !== undefined && !Number.isNaN(Date.parse(after))
  const day = (of: PgColumn) => sql<string | null>`to_char(${dayOf(of, scope)}, 'YYYY-MM-DD')`
  return tx
    .select({
      id: leads.id,
      account: accounts.name,
      channelId: leads.channelId,
      campaignId: leads.campaignId,
      at: moment,
      cameOn: day(leadStages.reachedAt),
      passedOn: day(leads.passedAt),
      workedOn: day(leads.workedAt),
      returnedOn: day(leads.returnedAt),
      returnReason: leads.returnReason,
      responseDays: sql<number | null>`case when ${leads.workedAt} is null then null else ${responseDays(scope)} end`,
      age: ageOf(scope),
    })
    .from(leads)
    .leftJoin(leadStages, CAME)
    .leftJoin(accounts, and(eq(accounts.orgId, leads.orgId), eq(accounts.id, leads.accountId)))
    .where(and(where, isKey ? sql`(${at}, ${leads.id}) < (${after}::timestamptz, ${id}::uuid)` : undefined))
    .orderBy(desc(at), desc(leads.id))
    .limit(PAGE_SIZE + 1)
}

function withState(row: Omit<LeadRow, 'state'>, agreed: number): LeadRow {
  const { responseDays, passedOn, returnedOn } = row
  const standing = { responseDays, age: row.age ?? 0, isReturned: returnedOn !== null }
  return { ...row, state: passedOn === null ? null : handoverState(standing, agreed) }
}

function leadsWanted(filter: LeadFilter, scope: PipelineScope): SQL | undefined {
  const { basis, channel, reason, reached, handover } = filter
  return and(
    leadsOfTeams(scope),
    basis === 'passed'
      ? and(isNotNull(leads.passedAt), between(leads.passedAt, filter, scope))
      : and(isNotNull(leadStages.reachedAt), between(leadStages.reachedAt, filter, scope)),
    channel ? eq(leads.channelId, channel) : undefined,
    reason === null ? undefined : reason === NONE ? isNull(leads.returnReason) : eq(leads.returnReason, reason),
    reached === null ? undefined : hasReached(reached, filter.through, scope),
    handover === null ? undefined : inHandover(handover, filter.agreed, scope),
  )
}

/** Whether a lead reached a later stage, by the end of a month. */
function hasReached(stage: string, through: Month | null, scope: PipelineScope): SQL {
  const end = through && firstDay(addMonths(through, 1))
  if (stage !== 'opportunity' && stage !== 'won') {
    const by = end ? sql`and later.reached_at < ${startOf(sql`${end}::date`, scope)}` : sql``
    return sql`exists (select from ${leadStages} later where later.org_id = ${scope.orgId}
      and later.lead_id = ${leads.id} and later.stage = ${stage} ${by})`
  }
  const date = stage === 'won' ? deals.closedOn : deals.createdOn
  const own = and(stage === 'won' ? eq(deals.state, 'won') : undefined, end ? lt(date, end) : undefined)
  return sql`exists (select from ${deals} where ${deals.orgId} = ${scope.orgId} and ${deals.leadId} = ${leads.id}
    ${own ? sql`and ${own}` : sql``})`
}

function inHandover(state: NonNullable<LeadFilter['handover']>, agreed: number, scope: PipelineScope): SQL | undefined {
  const [worked, unworked] = [isNotNull(leads.workedAt), isNull(leads.workedAt)]
  const [returned, kept] = [isNotNull(leads.returnedAt), isNull(leads.returnedAt)]
  return {
    worked,
    anyReturned: returned,
    inTime: and(worked, sql`${responseDays(scope)} <= ${agreed}`),
    late: and(worked, sql`${responseDays(scope)} > ${agreed}`),
    returned: and(unworked, returned),
    waiting: and(unworked, kept, sql`${ageOf(scope)} <= ${agreed}`),
    untouched: and(unworked, kept, sql`${ageOf(scope)} > ${agreed}`),
  }[state]
}
