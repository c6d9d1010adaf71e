import { ratio } from '#lib/ratio'
import { type Marked, NOTHING, type Tally, tallyOf } from './deal'
import { grouped } from './grouped'

/** New customers by default, existing ones by a switch (DOMAIN §8). */
export const CUSTOMER_SCOPES = ['new', 'existing', 'all'] as const
export type CustomerScope = (typeof CUSTOMER_SCOPES)[number]

/** A part of all opportunities, and its shares of their count and amount; null where there are none. */
export type Part = Tally & { readonly countShare: number | null; readonly amountShare: number | null }

export type Contribution = {
  readonly total: Tally
  /** マーケ創出. */
  readonly sourced: Part
  /** マーケ影響: overlaps with the sourced ones, and is never added up over campaigns. */
  readonly influenced: Part
  /** 営業独自: new and not sourced. */
  readonly salesSourced: Part
}

/** What marketing brought to a lot of opportunities, by count, amount and share (DOMAIN §8). */
export function contributionOf(cells: readonly Marked[], scope: CustomerScope): Contribution {
  const own = inScope(cells, scope)
  const total = tallyOf(own)
  const part = (of: (cell: Marked) => boolean) => partOf(tallyOf(own.filter(of)), total)
  return {
    total,
    sourced: part((cell) => cell.isSourced),
    influenced: part((cell) => cell.isInfluenced),
    salesSourced: part((cell) => cell.isNew && !cell.isSourced),
  }
}

export const DIMENSIONS = ['channel', 'campaign', 'owner', 'month'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Opportunities that touches of one channel or campaign influenced. One that several influenced stands in each. */
export type Influence = Tally & { readonly key: string; readonly isNew: boolean }

export type ContributionRow = {
  /** Id of the channel or campaign, the owner, or the month; null: none is known. */
  readonly key: string | null
  readonly total: Tally
  readonly sourced: Part
  readonly influenced: Part
}

/**
 * Contribution by the cells' keys; shares are of all opportunities of the scope, so that the rows' sourced shares add up.
 * @param influences by touch, for channels and campaigns; null: each opportunity's own mark counts (owner, month)
 */
export function contributionBy(cells: readonly Marked[], { scope, influences }: ContributionWanted): ContributionRow[] {
  const own = inScope(cells, scope)
  const whole = tallyOf(own)
  const byKey = grouped(own, ({ key }) => key)
  const touched = influences && grouped(inScope(influences, scope), ({ key }) => key)
  const keys = new Set<string | null>([...byKey.keys(), ...(touched?.keys() ?? [])])
  return [...keys].map((key) => {
    const lot = byKey.get(key) ?? []
    const influenced = touched
      ? tallyOf(key === null ? [] : (touched.get(key) ?? []))
      : tallyOf(lot.filter((cell) => cell.isInfluenced))
    return {
      key,
      total: lot.length === 0 ? NOTHING : tallyOf(lot),
      sourced: partOf(tallyOf(lot.filter((cell) => cell.isSourced)), whole),
      influenced: partOf(influenced, whole),
    }
  })
}

export type ContributionWanted = {
  readonly scope: CustomerScope
  readonly influences: readonly Influence[] | null
}

function inScope<Lot extends { readonly isNew: boolean }>(lots: readonly Lot[], scope: CustomerScope): readonly Lot[] {
  return scope === 'all' ? lots : lots.filter((lot) => lot.isNew === (scope === 'new'))
}

function partOf(part: Tally, whole: Tally): Part {
  return { ...part, countShare: ratio(part.count, whole.count), amountShare: ratio(part.amount, whole.amount) }
}
