import { addMonths, type FiscalYear, type Month } from '#lib/month'

/** What the team has closed and chosen, as the database has it. */
export type ClosingState = {
  /** Closed months of this year, in order, with who closed them and when (ISO 8601). */
  readonly closed: readonly { readonly month: Month; readonly by: string; readonly at: string }[]
  /** Openings of this year's months, in the order of time. */
  readonly reopened: readonly {
    readonly month: Month
    readonly by: string
    readonly at: string
    readonly reason: string
  }[]
  /** The last closed month of any year; null: none. */
  readonly closedThrough: Month | null
  /** The team's first month with an entry, as far back as this page knows; null: none. */
  readonly firstEntered: Month | null
  /** 適用境界月 chosen by hand; null: automatic. */
  readonly chosen: Month | null
}

/** The month from which a close reaches: the one after the last closed, else the team's first with an entry. */
export function closesFrom({ closedThrough, firstEntered }: ClosingState): Month | null {
  return closedThrough === null ? firstEntered : addMonths(closedThrough, 1)
}

/** The year's finished months that are not closed, in order: each can be the one up to which is closed. */
export function closableMonths({ months }: FiscalYear, state: ClosingState, finishedThrough: number): Month[] {
  const from = closesFrom(state)
  return from === null ? [] : months.slice(0, finishedThrough + 1).filter((month) => month >= from)
}

/** Only the last closed month can be opened, and only in the year in which it lies. */
export function reopenableMonth({ closed, closedThrough }: ClosingState): Month | null {
  const last = closed.at(-1)?.month ?? null
  return last !== null && last === closedThrough ? last : null
}

/**
 * Months that can be chosen as 適用境界月: earlier than the automatic one, and not before the last closed month.
 * @param entered the year's months with an actual
 */
export function boundaryMonths(
  { months }: FiscalYear,
  { closedThrough }: ClosingState,
  finishedThrough: number,
  entered: ReadonlySet<Month>,
): { readonly automatic: Month | null; readonly earlier: readonly Month[] } {
  const finished = months.slice(0, finishedThrough + 1)
  const automatic = finished.findLast((month) => entered.has(month)) ?? null
  if (automatic === null) return { automatic, earlier: [] }
  const from = closedThrough ?? ''
  return { automatic, earlier: finished.filter((month) => month < automatic && month >= from) }
}
