import type { Month } from '#lib/month'
import type { CustomerScope } from '#lib/pipeline/contribution'
import type { Basis, CreditRow } from './credit'
import type { Model } from './models'

/** What something is credited with: an amount in the minor unit, and deals in millionths of one. */
export type Credited = Pick<CreditRow, 'amount' | 'dealParts'>

export const NOTHING: Credited = { amount: 0, dealParts: 0 }

/** What a view counts: months from … to, of new customers, existing ones or both. */
export type CreditScope = {
  readonly from: Month
  readonly to: Month
  readonly customers: CustomerScope
}

/** Which rows of the rollup a figure is the sum of. */
export type CreditQuestion = CreditScope & { readonly basis: Basis; readonly model: Model }

export function plus(a: Credited, b: Credited): Credited {
  return { amount: a.amount + b.amount, dealParts: a.dealParts + b.dealParts }
}

export function minus(a: Credited, b: Credited): Credited {
  return { amount: a.amount - b.amount, dealParts: a.dealParts - b.dealParts }
}

export function sumCredited(all: Iterable<Credited>): Credited {
  return [...all].reduce(plus, NOTHING)
}

/** Rows of the customers that the scope counts. */
export function ofCustomers({ isNew }: { readonly isNew: boolean }, customers: CustomerScope): boolean {
  return customers === 'all' || isNew === (customers === 'new')
}

function answers(row: CreditRow, { basis, model, from, to, customers }: CreditQuestion): boolean {
  return (
    row.basis === basis && row.model === model && row.month >= from && row.month <= to && ofCustomers(row, customers)
  )
}

/** Sums by a key of the row: its channel (null: 接点なし), campaign or month. */
export function creditedBy<Key>(
  rows: readonly CreditRow[],
  question: CreditQuestion,
  key: (row: CreditRow) => Key,
): Map<Key, Credited> {
  const sums = new Map<Key, Credited>()
  for (const row of rows) {
    if (answers(row, question)) sums.set(key(row), plus(sums.get(key(row)) ?? NOTHING, row))
  }
  return sums
}

export const byChannel = ({ channelId }: CreditRow) => channelId
