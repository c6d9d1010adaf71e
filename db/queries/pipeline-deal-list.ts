import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { DealFilter } from '#lib/input/pipeline'
import type { Actor } from '#lib/permissions'
import type { ListedDeal, ListPage } from '#lib/pipeline/listed'
import type { Tx } from '../client'
import { accounts } from '../schema/accounts'
import { opportunities as deals } from '../schema/opportunities'
import { PAGE_SIZE } from './page-size'
import { type PipelineOf, readPipeline } from './pipeline'
import { BASIS, daysInStage, dealsOf, isInfluenced, isSourced, type PipelineScope } from './pipeline-conditions'

/** A page of a team's opportunities: open ones by expected close, others newest first. @throws AppError 'notFound' */
export function dealPage(actor: Actor, of: PipelineOf, filter: DealFilter): Promise<ListPage<ListedDeal>> {
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

function sortDate({ basis }: DealFilter, row: ListedDeal): string {
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
): Promise<ListedDeal[]> {
  return tx
    .select({
      id: deals.id,
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
      isSourced: isSourced(scope),
      isInfluenced: isInfluenced(scope),
    })
    .from(deals)
    .leftJoin(accounts, and(eq(accounts.orgId, deals.orgId), eq(accounts.id, deals.accountId)))
    .where(and(where, after))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1)
}
