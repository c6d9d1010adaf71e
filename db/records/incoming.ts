import { eachOnce } from '#lib/each-once'
import { instantOfMoment } from '#lib/records/instant'
import type { Work } from '../commands/command'
import { type AccountName, accountIds } from './accounts'
import { type LeadName, leadsNamed } from './lead-ids'
import type { Incoming } from './merged'
import type { References } from './references'
import type { Scalar, Values } from './tables'

/** What every row of a record has. */
type Row = {
  readonly identity: string
  readonly sourceAt?: string | null
  readonly teamId?: string
  readonly account?: AccountName | null
}

/** Reads fields of rows that are moments: bare days are days of the organisation. */
export function momentsIn(timeZone: string): (fields: Readonly<Record<string, string | null | undefined>>) => Values {
  const instantOf = eachOnce((moment) => instantOfMoment(moment, timeZone))
  return (fields) => {
    const values: Record<string, Scalar> = {}
    for (const [name, moment] of Object.entries(fields)) {
      if (moment !== undefined) values[name] = moment === null ? null : instantOf(moment)
    }
    return values
  }
}

/** The fields that a row names: one that is left out keeps its value. */
export function given(fields: Readonly<Record<string, Scalar | undefined>>): Values {
  const values: Record<string, Scalar> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) values[name] = value
  }
  return values
}

/** Rows with what each kind reads from them; accounts and leads that they name are found by their ids. */
export async function incomingRows<R extends Row>(
  { tx, actor }: Work,
  rows: readonly R[],
  references: References,
  fieldsOf: (row: R) => Values,
  leadOf: (row: R) => LeadName | null = () => null,
): Promise<Incoming[]> {
  const leads = await leadsNamed(
    tx,
    actor.orgId,
    rows.map((row) => leadOf(row) ?? {}),
  )
  // A row of a team out of reach is refused, and makes no account.
  const isReached = ({ teamId }: R) => teamId === undefined || references.teams.has(teamId)
  const naming = rows.flatMap((row) => (row.account && isReached(row) ? [{ row, account: row.account }] : []))
  const ids = await accountIds(
    tx,
    actor.orgId,
    naming.map(({ account }) => account),
  )
  const accountOf = new Map(naming.map(({ row }, i) => [row, ids[i] ?? null]))
  return rows.map((row, i) => {
    const named = leadOf(row)
    const lead = leads[i] ?? null
    const account = row.account === undefined ? lead?.accountId : (accountOf.get(row) ?? null)
    const isUnknown = Boolean(named?.leadExternalId || named?.emailHmac) && lead === null
    const linked = given({ accountId: account, leadId: named && hasName(named) ? (lead?.id ?? null) : undefined })
    return {
      identity: row.identity,
      sourceAt: row.sourceAt ? new Date(row.sourceAt).toISOString() : null,
      values: { ...fieldsOf(row), ...linked },
      fault: isUnknown ? { refused: false, fault: 'leadUnknown' } : null,
    }
  })
}

const hasName = ({ leadExternalId, emailHmac }: LeadName) => leadExternalId !== undefined || emailHmac !== undefined
