import { type ActualCell, addressOf } from '#lib/input/actuals'
import type { CostRow } from '#lib/records/cost'
import type { LeadRow } from '#lib/records/lead'
import type { OpportunityRow, OpportunityState } from '#lib/records/opportunity'
import type { TouchRow } from '#lib/records/touch'
import {
  accountOf,
  campaignOf,
  channelOf,
  EXTERNAL_ID,
  ifMapped,
  NAME,
  neededChannel,
  sourceAtOf,
  teamOf,
} from './place'
import type { RowCells } from './row-cells'

/** A row's record before it has its identity: of its external id, else of its key and its count among equal keys. */
export type Draft<Row> = {
  readonly named: (identity: string) => Row
  readonly externalId: string | null
  readonly key: unknown
  /** What may stand in one row of a file only. */
  readonly once?: readonly string[]
}

export function leadDraft(cells: RowCells): Draft<LeadRow> {
  const reached = cells.reachedStages.map((key) => [key, cells.moment(`reached:${key}`)?.instant ?? null] as const)
  const dates = reached.flatMap(([, at]) => (at === null ? [] : [at]))
  const instant = (field: string) => ifMapped(cells, field, () => cells.moment(field)?.instant ?? null)
  if (dates.length === 0) cells.flag('noDate')
  else if (!isInOrder(dates)) cells.flag('stagesOutOfOrder')
  const place = { teamId: teamOf(cells), channelId: neededChannel(cells) }
  const record: Omit<LeadRow, 'identity'> = {
    ...place,
    campaignId: campaignOf(cells, place),
    account: accountOf(cells),
    emailHmac: ifMapped(cells, 'email', () => cells.emailHmac('email')),
    stages: Object.fromEntries(reached),
    passedAt: instant('passedAt'),
    workedAt: instant('workedAt'),
    returnedAt: instant('returnedAt'),
    returnReason: ifMapped(cells, 'returnReason', () => cells.text('returnReason', 500)),
    sourceAt: sourceAtOf(cells),
  }
  return {
    named: (identity) => ({ identity, ...record }),
    externalId: cells.text('externalId', EXTERNAL_ID),
    key: record,
  }
}

const isInOrder = (dates: readonly string[]) => dates.every((date, i) => i === 0 || date >= (dates[i - 1] ?? ''))

export function opportunityDraft(cells: RowCells): Draft<OpportunityRow> {
  const day = (field: string) => cells.moment(field)?.day ?? null
  const optionalDay = (field: string) => ifMapped(cells, field, () => day(field))
  const createdOn = day('createdOn') ?? cells.require('createdOn') ?? ''
  const closed = day('closedOn')
  const state = stateOf(cells, closed)
  // A CRM's one close date is expected while the deal is open, and real afterwards.
  const closing = day('closeDate')
  const closedOn = state === 'open' ? null : (closed ?? closing)
  const expected = optionalDay('expectedCloseOn') ?? (state === 'open' && cells.has('closeDate') ? closing : undefined)
  const filled = ifMapped(cells, 'amount', () => cells.amount('amount'))
  const amount = filled === 0 && cells.mapping.zeroIsMissing ? null : filled
  const isPlaced = cells.has('channel') || cells.mapping.fallback.channelId !== null
  const place = { teamId: teamOf(cells), channelId: isPlaced ? channelOf(cells) : undefined }
  const record: Omit<OpportunityRow, 'identity'> = {
    ...place,
    name: cells.text('name', NAME) ?? cells.require('name') ?? '',
    account: accountOf(cells),
    leadExternalId: ifMapped(cells, 'leadId', () => cells.text('leadId', EXTERNAL_ID)),
    emailHmac: ifMapped(cells, 'email', () => cells.emailHmac('email')),
    campaignId: campaignOf(cells, place),
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
    sourceAt: sourceAtOf(cells),
  }
  if (closedOn !== null && closedOn < createdOn) cells.flag('closedBeforeCreated')
  if (state === 'won' && closedOn === null) cells.flag('wonWithoutDate')
  if (amount === 0) cells.flag('zeroAmount')
  return {
    named: (identity) => ({ identity, ...record }),
    externalId: cells.text('externalId', EXTERNAL_ID),
    key: record,
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
  const at = cells.moment('at')?.instant ?? cells.require('at') ?? ''
  const channelId = neededChannel(cells)
  const record: Omit<TouchRow, 'identity'> = {
    channelId,
    campaignId: campaignOf(cells, { teamId: null, channelId }),
    account: accountOf(cells),
    leadExternalId: ifMapped(cells, 'leadId', () => cells.text('leadId', EXTERNAL_ID)),
    emailHmac: ifMapped(cells, 'email', () => cells.emailHmac('email')),
    at,
    kind: ifMapped(cells, 'touchKind', () => cells.text('touchKind', 100)),
    sourceAt: sourceAtOf(cells),
  }
  return {
    named: (identity) => ({ identity, ...record }),
    externalId: cells.text('externalId', EXTERNAL_ID),
    key: record,
  }
}

/** A cost is known by its place and month, so that a corrected file corrects it instead of adding another. */
export function costDraft(cells: RowCells): Draft<CostRow> | null {
  const month = cells.month('month') ?? cells.require('month')
  const amount = cells.amount('amount') ?? cells.require('amount')
  const owner = { teamId: teamOf(cells), channelId: neededChannel(cells) }
  const place = { ...owner, campaignId: campaignOf(cells, owner) }
  const externalId = cells.text('externalId', EXTERNAL_ID)
  if (month === null || amount === null) return null
  const record = { ...place, month, amount, sourceAt: sourceAtOf(cells) }
  return { named: (identity) => ({ identity, ...record }), externalId, key: { ...place, month } }
}

export type ActualsRow = { readonly teamId: string; readonly cells: readonly ActualCell[] }

/** One row of monthly actuals: a month and place with a cell for each metric that is filled in. */
export function actualsDraft(cells: RowCells): Draft<ActualsRow> {
  const month = cells.month('month') ?? cells.require('month')
  const word = cells.has('line') ? cells.choice('line') : 'channel'
  const line = word === 'existing' || word === 'salesSourced' ? word : 'channel'
  const channelId = line === 'channel' ? neededChannel(cells) : null
  const teamId = teamOf(cells)
  const campaignId = line === 'channel' ? (campaignOf(cells, { teamId, channelId }) ?? null) : null
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
  const row = { teamId, cells: filled }
  const once = filled.map((cell) => `${teamId} ${addressOf(cell)}`)
  return { named: () => row, externalId: null, key: null, once }
}
