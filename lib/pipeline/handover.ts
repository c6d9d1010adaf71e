import { USUAL_AGREED_DAYS } from '#lib/organisation'
import { ratio } from '#lib/ratio'
import { type Days, type Spread, spreadOf } from './days'
import { grouped } from './grouped'

/** Leads passed to sales that agree in all of this. */
export type HandoverCell = {
  readonly channelId: string | null
  readonly count: number
  /** Days from passing to the first work; null: not worked on yet. */
  readonly responseDays: number | null
  /** Days since passing. */
  readonly age: number
  readonly isReturned: boolean
  readonly returnReason: string | null
}

export const HANDOVER_STATES = ['inTime', 'late', 'waiting', 'untouched', 'returned'] as const
/** 期限内に対応, 遅れて対応, 対応待ち (the days are not over), 放置, 差し戻し without having been worked on. */
export type HandoverState = (typeof HANDOVER_STATES)[number]

export type Handover = Readonly<Record<HandoverState, number>> & {
  readonly passed: number
  /** Worked on, in time or late. */
  readonly worked: number
  /** In time ÷ those whose days are over or that were worked on or returned; null without any. */
  readonly inTimeRate: number | null
  /** Returned, whether worked on or not. */
  readonly allReturned: number
  readonly reasons: readonly { readonly reason: string | null; readonly count: number }[]
  readonly response: Spread
}

/** What became of the leads passed to sales (DOMAIN §8). Each is in one state; a returned one that was worked on is worked. */
export function handoverOf(cells: readonly HandoverCell[], agreedDays: number = USUAL_AGREED_DAYS): Handover {
  const sum = (of: (cell: HandoverCell) => boolean) => cells.filter(of).reduce((total, { count }) => total + count, 0)
  const state = (wanted: HandoverState) => sum((cell) => handoverState(cell, agreedDays) === wanted)
  const [inTime, late, waiting, untouched, returned] = [
    state('inTime'),
    state('late'),
    state('waiting'),
    state('untouched'),
    state('returned'),
  ]
  const durations = cells.flatMap(({ responseDays, count }): Days[] =>
    responseDays === null ? [] : [{ days: responseDays, count }],
  )
  return {
    ...{ inTime, late, waiting, untouched, returned },
    passed: sum(() => true),
    worked: inTime + late,
    inTimeRate: ratio(inTime, inTime + late + untouched + returned),
    allReturned: sum((cell) => cell.isReturned),
    reasons: reasonsOf(cells.filter((cell) => cell.isReturned)),
    response: spreadOf(durations),
  }
}

/** The state of a lead that was passed to sales. */
export function handoverState(
  { responseDays, age, isReturned }: Pick<HandoverCell, 'responseDays' | 'age' | 'isReturned'>,
  agreedDays: number,
): HandoverState {
  if (responseDays !== null) return responseDays <= agreedDays ? 'inTime' : 'late'
  if (isReturned) return 'returned'
  return age <= agreedDays ? 'waiting' : 'untouched'
}

function reasonsOf(returned: readonly HandoverCell[]): Handover['reasons'] {
  return [...grouped(returned, ({ returnReason }) => returnReason)]
    .map(([reason, cells]) => ({ reason, count: cells.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => b.count - a.count)
}

/** The handover of each channel, most passed first. */
export function handoverByChannel(cells: readonly HandoverCell[], agreedDays: number = USUAL_AGREED_DAYS) {
  return [...grouped(cells, ({ channelId }) => channelId)]
    .map(([channelId, own]) => ({ channelId, ...handoverOf(own, agreedDays) }))
    .toSorted((a, b) => b.passed - a.passed)
}
