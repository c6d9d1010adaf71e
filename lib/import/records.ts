import type { ActualCell } from '#lib/input/actuals'
import type { CostRow } from '#lib/records/cost'
import type { LeadRow } from '#lib/records/lead'
import type { OpportunityRow, OpportunityState } from '#lib/records/opportunity'
import type { TouchRow } from '#lib/records/touch'
import type { Flag } from './fault'
import { leadStages } from './fields'
import type { RowCells } from './row-cells'

/** A row's record before it has its identity: of its external id, else of its key and its count among equal keys. */
export type Draft<Row> = {
  readonly named: (identity: string) => Row
  readonly externalId: string | null
  readonly key: unknown
  readonly flags: readonly Flag[]
}

const EXTERNAL_ID = 200
const NAME = 200

/** A field without a column stays what it is (undefined), a blank cell clears it (null). */
function ifMapped<T>(cells: RowCells, field: string, read: () => T): T | undefined {
  return cells.has(field) ? read() : undefined
}

function account(cells: RowCells) {
  if (!cells.has('accountId') && !cells.has('accountName')) return undefined
  const externalId = cells.text('accountId', EXTERNAL_ID)
  const name = cells.text('accountName', NAME)
  if (externalId === null && name === null) return null
  return { ...(externalId === null ? {} : { externalId }), ...(name === null ? {} : { name }) }
}

const teamOf = (cells: RowCells) => (cells.has('team') ? cells.choice('team') : null) ?? cells.mapping.fallback.teamId

const channelOf = (cells: RowCells) =>
  cells.has('channel') ? cells.choice('channel') : cells.mapping.fallback.channelId

/** A channel that must be there. '' stands for none: then the row has a fault, or is left out. */
function neededChannel(cells: RowCells): string {
  const before = cells.faults.length
  const channelId = channelOf(cells)
  if (channelId === null && !cells.isSkipped && cells.faults.length === before) cells.fault('channel', 'required', '')
  return channelId ?? ''
}

const campaignOf = (cells: RowCells) => ifMapped(cells, 'campaign', () => cells.choice('campaign'))
const sourceAt = (cells: RowCells) => ifMapped(cells, 'sourceAt', () => cells.moment('sourceAt')?.instant ?? null)

export function leadDraft(cells: RowCells): Draft<LeadRow> {
  const keys = leadStages(cells.context.stages.map((key) => ({ key }))).filter((key) => cells.has(`reached:${key}`))
  const reached = keys.map((key) => [key, cells.moment(`reached:${key}`)?.instant ?? null] as const)
  const dates = reached.flatMap(([, at]) => (at === null ? [] : [at]))
  const instant = (field: string) => ifMapped(cells, field, () => cells.moment(field)?.instant ?? null)
  const flags: Flag[] = dates.length === 0 ? ['noDate'] : isInOrder(dates) ? [] : ['stagesOutOfOrder']
  const record: Omit<LeadRow, 'identity'> = {
    teamId: teamOf(cells),
    channelId: neededChannel(cells),
    campaignId: campaignOf(cells),
    account: account(cells),
    emailHmac: ifMapped(cells, 'email', () => cells.emailHmac('email')),
    stages: Object.fromEntries(reached),
    passedAt: instant('passedAt'),
    workedAt: instant('workedAt'),
    returnedAt: instant('returnedAt'),
    returnReason: ifMapped(cells, 'returnReason', () => cells.text('returnReason', 500)),
    sourceAt: sourceAt(cells),
  }
  return {
    named: (identity) => ({ identity, ...record }),
    externalId: cells.text('externalId', EXTERNAL_ID),
    key: record,
    flags,
  }
}

const isInOrder = (dates: readonly string[]) => dates.every((date, i) => i === 0 || date >= (dates[i - 1] ?? ''))

export function opportunityDraft(cells: RowCells): Draft<OpportunityRow> {
  const day = (field: string) => cells.moment(field)?.day ?? null
  const optionalDay = (field: string) => ifMapped(cells, field, () => day(field))
  const createdOn = day('createdOn') ?? ''
  if (createdOn === '' && !cells.faults.some((each) => each.field === 'createdOn'))
    cells.fault('createdOn', 'required', '')
  const closed = day('closedOn')
  const state = stateOf(cells, closed)
  // A CRM's one close date is expected while the deal is open, and real afterwards.
  const closing = day('closeDate')
  const closedOn = state === 'open' ? null : (closed ?? closing)
  const expected = optionalDay('expectedCloseOn') ?? (state === 'open' && cells.has('closeDate') ? closing : undefined)
  const filled = ifMapped(cells, 'amount', () => cells.amount('amount'))
  const amount = filled === 0 && cells.mapping.zeroIsMissing ? null : filled
  const record: Omit<OpportunityRow, 'identity'> = {
    teamId: teamOf(cells),
    name: cells.needed('name', NAME) ?? '',
    account: account(cells),
    leadExternalId: ifMapped(cells, 'leadId', () => cells.text('leadId', EXTERNAL_ID)),
    emailHmac: ifMapped(cells, 'email', () => cells.emailHmac('email')),
    channelId: cells.has('channel') || cells.mapping.fallback.channelId !== null ? channelOf(cells) : undefined,
    campaignId: campaignOf(cells),
    amount,
    stage: ifMapped(cells, 'stage', () => cells.text('stage', 100)),
    stageSince: optionalDay('stageSince'),
    state,
    createdOn,
    expectedCloseOn: expected,
    closedOn,
    owner: ifMapped(cells, 'owner', () => cells.text('owner', 100)),
    forecastCategory: ifMapped(cells, 'forecast', () => forecastOf(cells.choice('forecast'))),
    isNew: ifMapped(cells, 'isNew', () => newness(cells.choice('isNew'))),
    lossReason: ifMapped(cells, 'lossReason', () => cells.text('lossReason', 500)),
    sourceAt: sourceAt(cells),
  }
  const flags: Flag[] = [
    ...(closedOn !== null && closedOn < createdOn ? (['closedBeforeCreated'] as const) : []),
    ...(state === 'won' && closedOn === null ? (['wonWithoutDate'] as const) : []),
    ...(amount === 0 ? (['zeroAmount'] as const) : []),
  ]
  return {
    named: (identity) => ({ identity, ...record }),
    externalId: cells.text('externalId', EXTERNAL_ID),
    key: record,
    flags,
  }
}

/** Of a column of its own, else of the CRM's stage; in a file with neither, a day of closing means won. */
function stateOf(cells: RowCells, closed: string | null): OpportunityState {
  const field = cells.has('state') ? 'state' : 'stage'
  if (!cells.has(field)) return closed === null ? 'open' : 'won'
  const word = cells.choice('state', field)
  return word === 'won' || word === 'lost' ? word : 'open'
}

const forecastOf = (word: string | null) => (word === 'A' || word === 'B' || word === 'C' ? word : null)
const newness = (word: string | null) => (word === null ? null : word === 'new')

export function touchDraft(cells: RowCells): Draft<TouchRow> {
  const at = cells.moment('at')?.instant ?? ''
  if (at === '' && !cells.faults.some((each) => each.field === 'at')) cells.fault('at', 'required', '')
  const record: Omit<TouchRow, 'identity'> = {
    channelId: neededChannel(cells),
    campaignId: campaignOf(cells),
    account: account(cells),
    leadExternalId: ifMapped(cells, 'leadId', () => cells.text('leadId', EXTERNAL_ID)),
    emailHmac: ifMapped(cells, 'email', () => cells.emailHmac('email')),
    at,
    kind: ifMapped(cells, 'touchKind', () => cells.text('touchKind', 100)),
    sourceAt: sourceAt(cells),
  }
  return {
    named: (identity) => ({ identity, ...record }),
    externalId: cells.text('externalId', EXTERNAL_ID),
    key: record,
    flags: [],
  }
}

/** A cost is known by its place and month, so that a corrected file corrects it instead of adding another. */
export function costDraft(cells: RowCells): Draft<CostRow> | null {
  const month = cells.month('month')
  const amount = cells.amount('amount')
  const faulty = (field: string) => cells.faults.some((each) => each.field === field)
  if (month === null && !faulty('month')) cells.fault('month', 'required', '')
  if (amount === null && !faulty('amount')) cells.fault('amount', 'required', '')
  const place = { teamId: teamOf(cells), channelId: neededChannel(cells), campaignId: campaignOf(cells) }
  const externalId = cells.text('externalId', EXTERNAL_ID)
  if (month === null || amount === null) return null
  const record = { ...place, month, amount, sourceAt: sourceAt(cells) }
  return { named: (identity) => ({ identity, ...record }), externalId, key: { ...place, month }, flags: [] }
}

export type ActualsRow = { readonly teamId: string; readonly cells: readonly ActualCell[] }

/** One row of monthly actuals: a month and place with a cell for each metric that is filled in. */
export function actualsDraft(cells: RowCells): Draft<ActualsRow> {
  const month = cells.month('month')
  if (month === null && !cells.faults.some((each) => each.field === 'month')) cells.fault('month', 'required', '')
  const word = cells.has('line') ? cells.choice('line') : 'channel'
  const line = word === 'existing' || word === 'salesSourced' ? word : 'channel'
  const channelId = line === 'channel' ? neededChannel(cells) : null
  const campaignId = line === 'channel' ? (campaignOf(cells) ?? null) : null
  const place = { line, channelId, campaignId } as const
  const counts = line === 'channel' ? cells.context.stages.filter((key) => cells.has(`metric:${key}`)) : []
  const money = line === 'channel' ? ['revenue', 'cost'] : ['revenue']
  const values = [
    ...counts.map((metric) => ({ metric, value: cells.count(`metric:${metric}`) })),
    ...money.map((metric) => ({ metric, value: cells.amount(`metric:${metric}`) })),
  ]
  const filled =
    month === null
      ? []
      : values.flatMap(({ metric, value }) => (value === null ? [] : [{ ...place, month, metric, value }]))
  const row = { teamId: teamOf(cells), cells: filled }
  return { named: () => row, externalId: null, key: null, flags: [] }
}
