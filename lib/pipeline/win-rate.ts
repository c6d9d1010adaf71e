import { ratio } from '#lib/ratio'
import { type DealCell, type Tally, tallyOf } from './deal'

/** Won against lost, by number and by amount. */
export type WinRate = {
  readonly won: Tally
  readonly lost: Tally
  /** won ÷ (won + lost); null when nothing was closed. */
  readonly byCount: number | null
  readonly byAmount: number | null
}

/** Opportunities, as far as a win rate tells them apart. */
export type Lot = Tally & Pick<DealCell, 'state'>

/** Win rate of the opportunities closed in a period (DOMAIN §8). */
export function winRateOf(closed: readonly Lot[]): WinRate {
  const [won, lost] = [ofState(closed, 'won'), ofState(closed, 'lost')]
  return {
    won,
    lost,
    byCount: ratio(won.count, won.count + lost.count),
    byAmount: ratio(won.amount, won.amount + lost.amount),
  }
}

/** Win rate of the opportunities created in a period, so far: the open ones may still be won. */
export type CohortWinRate = WinRate & {
  readonly created: Tally
  readonly open: Tally
  /** Share that is closed either way; null without any. */
  readonly settled: number | null
  /** won ÷ created, so far. */
  readonly soFar: number | null
}

/** What became of the opportunities created in a period. */
export function cohortWinRateOf(created: readonly Lot[]): CohortWinRate {
  const rate = winRateOf(created)
  const [all, open] = [tallyOf(created), ofState(created, 'open')]
  return {
    ...rate,
    created: all,
    open,
    settled: ratio(all.count - open.count, all.count),
    soFar: ratio(rate.won.count, all.count),
  }
}

function ofState(cells: readonly Lot[], state: DealCell['state']): Tally {
  return tallyOf(cells.filter((cell) => cell.state === state))
}
