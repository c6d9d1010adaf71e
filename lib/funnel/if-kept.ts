import { ratioToNumber } from '#lib/exact'
import type { Flow } from './forward'

export type IfKept = { readonly revenueByMonth: readonly number[]; readonly revenue: number }

/** 計画どおりなら: the wins of the plan run forward × deal size, in unrounded money (DOMAIN §2 step 8). */
export function ifKept({ units, denominator }: Flow, dealSize: number): IfKept {
  const money = (won: bigint) => ratioToNumber(won * BigInt(dealSize), denominator)
  return { revenueByMonth: units.map(money), revenue: money(units.reduce((a, b) => a + b, 0n)) }
}
