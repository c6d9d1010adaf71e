import { momentText } from '#lib/export/moment-text'
import type { ExportTable } from '#lib/export/table-names'
import { type ExportCell, exportColumns } from '#lib/export/tables'
import { exportedId } from '#lib/records/identity'
import { freshened } from '../attribution/standing'
import { readOrg } from '../client'
import { monthlyActuals } from '../queries/actuals'
import { campaignsOf } from '../queries/campaigns'
import { channels, stages } from '../queries/organisation'
import type { Session } from '../queries/session'
import { pageQuery } from './queries'

/** Words of a closed list, in the person's language: 'state.won' → 受注. */
export type ChoiceWord = (word: string) => string

export type ExportRows = { readonly columns: readonly string[]; readonly pages: AsyncGenerator<ExportCell[][]> }

const PAGE = 5000

/** A table's rows within the person's reach, page by page: no table is ever in memory as a whole. */
export async function exportRows(session: Session, table: ExportTable, word: ChoiceWord): Promise<ExportRows> {
  const columns = exportColumns(table, await stages(session))
  if (table === 'attribution') await freshened(session)
  const pages = table === 'actuals' ? actualsPages(session, columns, word) : recordPages(session, table, columns, word)
  return { columns, pages }
}

type Row = Record<string, unknown>

async function* recordPages(
  session: Session,
  table: Exclude<ExportTable, 'actuals'>,
  columns: readonly string[],
  word: ChoiceWord,
): AsyncGenerator<ExportCell[][]> {
  for (let after: string | null = null; ; ) {
    const parameters = [session.orgId, session.teamIds, after, PAGE]
    const rows: Row[] = await readOrg(session, async (tx) => {
      const { rows: found } = await tx.$client.query<Row>(pageQuery(table), parameters)
      return found
    })
    if (rows.length > 0) yield rows.map((row) => columns.map((column) => cellOf(row, column, table, session, word)))
    if (rows.length < PAGE) return
    after = String(rows.at(-1)?.pageId)
  }
}

function cellOf(row: Row, column: string, table: ExportTable, { org }: Session, word: ChoiceWord): ExportCell {
  const value = heldBy(row, column)
  if (table === 'attribution' && column === 'channel' && value === null) return word('noTouch')
  if (value === null || value === undefined) return null
  if (column === 'externalId' || column === 'leadId') return exportedId(String(value))
  if (column === 'isNew') return word(value ? 'isNew.new' : 'isNew.existing')
  if (column === 'model') return word(`models.${value}`)
  if (column === 'state' && table === 'opportunities') return word(`state.${value}`)
  if (value instanceof Date) return momentText(value, org.timeZone)
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? inCurrency(value, column, org.currency) : String(value)
}

function heldBy(row: Row, column: string): unknown {
  if (column === 'externalId') return row.identity
  if (column === 'leadId') return row.lead
  if (!column.startsWith('reached:')) return row[column]
  const reached = Object(row.reached)[column.slice('reached:'.length)]
  return typeof reached === 'string' ? new Date(reached) : null
}

const MONEY = ['amount', 'budget', 'revenueGoal', 'existing', 'salesSourced', 'dealSize', 'unitCost', 'fixedCost']

/** Money leaves in whole units of its currency, as people write it: 12.34, not 1234 cents. */
function inCurrency(value: number, column: string, currency: string): number {
  return MONEY.includes(column) && currency !== 'JPY' ? value / 100 : value
}

/** Monthly actuals: one row for each month and place, a column for each metric. */
async function* actualsPages(
  session: Session,
  columns: readonly string[],
  word: ChoiceWord,
): AsyncGenerator<ExportCell[][]> {
  const everything = { teamIds: session.teamIds, from: '1900-01', to: '2199-12' } as const
  const [cells, own, campaigns] = await Promise.all([
    monthlyActuals(session, everything),
    channels(session),
    Promise.all(session.teams.map(({ id }) => campaignsOf(session, id))),
  ])
  const names = new Map([...session.teams, ...own, ...campaigns.flat()].map(({ id, name }) => [id, name]))
  const rows = new Map<string, Row>()
  for (const { teamId, month, line, channelId, campaignId, metric, value } of cells) {
    const key = [month, teamId, line, channelId, campaignId].join(' ')
    const row: Row = rows.get(key) ?? {
      ...{ month, team: names.get(teamId), line: word(`line.${line}`) },
      ...{ channel: channelId && names.get(channelId), campaign: campaignId && names.get(campaignId) },
    }
    const isMoney = metric === 'revenue' || metric === 'cost'
    row[`metric:${metric}`] = isMoney ? inCurrency(value, 'amount', session.org.currency) : value
    rows.set(key, row)
  }
  const ordered = [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  if (ordered.length > 0)
    yield ordered.map((row) => columns.map((column) => cellOf(row, column, 'actuals', session, word)))
}
