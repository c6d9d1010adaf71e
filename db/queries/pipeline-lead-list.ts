import { and, desc, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { type LeadFilter, NONE } from '#lib/input/pipeline'
import { addMonths, type Month } from '#lib/month'
import type { Actor } from '#lib/permissions'
import { handoverState } from '#lib/pipeline/handover'
import type { ListedLead, ListPage } from '#lib/pipeline/listed'
import type { Tx } from '../client'
import { accounts } from '../schema/accounts'
import { leadStages, leads } from '../schema/leads'
import { opportunities as deals } from '../schema/opportunities'
import { PAGE_SIZE } from './page-size'
import { type PipelineOf, readPipeline } from './pipeline'
import { dayOf, firstDay, type PipelineScope, startOf } from './pipeline-conditions'
import { ageOf, between, leadsOfTeams, responseDays } from './pipeline-leads'

/** A page of a team's leads: by the day on which they were passed, or came, newest first. @throws AppError 'notFound' */
export function leadPage(actor: Actor, of: PipelineOf, filter: LeadFilter): Promise<ListPage<ListedLead>> {
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
): Promise<(Omit<ListedLead, 'state'> & { readonly at: Date | null })[]> {
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

function withState(row: Omit<ListedLead, 'state'>, agreed: number): ListedLead {
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
