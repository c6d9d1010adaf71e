import type { ImportKind } from '#lib/records/import'

export type Scalar = string | number | boolean | null
/** A record's fields by name; a lead's stage dates are fields too, as 'stage:mql'. */
export type Values = Readonly<Record<string, Scalar>>

type ColumnType = 'uuid' | 'text' | 'timestamptz' | 'date' | 'bigint' | 'boolean'

/** A table of records: what of it a source writes. Names are constants of this file, never input. */
export type RecordTable = {
  readonly name: 'leads' | 'opportunities' | 'touches' | 'campaign_costs'
  readonly columns: Readonly<Record<string, readonly [column: string, type: ColumnType]>>
  /** Columns that db/records/derived.ts fills, with what they hold until then. */
  readonly derived: Readonly<Record<string, string>>
}

const owner = { teamId: ['team_id', 'uuid'] } as const
const source = { channelId: ['channel_id', 'uuid'], campaignId: ['campaign_id', 'uuid'] } as const
const account = { accountId: ['account_id', 'uuid'] } as const

export const LEADS: RecordTable = {
  name: 'leads',
  columns: {
    ...{ ...owner, ...source, ...account },
    emailHmac: ['email_hmac', 'text'],
    passedAt: ['passed_at', 'timestamptz'],
    workedAt: ['worked_at', 'timestamptz'],
    returnedAt: ['returned_at', 'timestamptz'],
    returnReason: ['return_reason', 'text'],
  },
  derived: {},
}

export const OPPORTUNITIES: RecordTable = {
  name: 'opportunities',
  columns: {
    ...{ ...owner, ...source, ...account },
    name: ['name', 'text'],
    leadId: ['lead_id', 'uuid'],
    amount: ['amount', 'bigint'],
    stage: ['stage', 'text'],
    stageSince: ['stage_since', 'date'],
    state: ['state', 'text'],
    createdOn: ['created_on', 'date'],
    expectedCloseOn: ['expected_close_on', 'date'],
    closedOn: ['closed_on', 'date'],
    owner: ['owner', 'text'],
    forecastCategory: ['forecast_category', 'text'],
    isNew: ['is_new', 'boolean'],
    lossReason: ['loss_reason', 'text'],
  },
  derived: { counts_as_new: 'coalesce(r.is_new, true)' },
}

export const TOUCHES: RecordTable = {
  name: 'touches',
  columns: {
    ...{ ...source, ...account },
    leadId: ['lead_id', 'uuid'],
    at: ['at', 'timestamptz'],
    kind: ['kind', 'text'],
  },
  derived: {},
}

export const COSTS: RecordTable = {
  name: 'campaign_costs',
  columns: { ...owner, ...source, month: ['month', 'text'], amount: ['amount', 'bigint'] },
  derived: {},
}

export const TABLE_OF = {
  leads: LEADS,
  opportunities: OPPORTUNITIES,
  touches: TOUCHES,
  costs: COSTS,
} as const satisfies Readonly<Record<Exclude<ImportKind, 'actuals'>, RecordTable>>
