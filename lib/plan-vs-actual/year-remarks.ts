import { type SalesCapacity, salesCapacity } from '#lib/funnel/capacity'
import { monthsBetween } from '#lib/month'
import type { Ledger } from './ledger'
import type { PlanAndActuals } from './ledger-of'
import { plansOfYear } from './plans-of-year'

/** What a year's plans and closes leave to do, beyond the ledger's figures. Months are indexes of the year. */
export type YearRemarks = {
  /** 未手当: entries of scheduled channels that the goal asks for and no campaign plans, with what they are worth. */
  readonly uncovered: readonly {
    readonly teamId: string
    readonly channelId: string
    readonly count: number
    readonly yen: number
  }[]
  /** Finished months that a team has not closed. */
  readonly toClose: readonly { readonly teamId: string; readonly first: number; readonly last: number }[]
  /** Sales capacity of the teams that have entered one. */
  readonly capacity: readonly ({ readonly teamId: string } & SalesCapacity)[]
}

/** All that cards and tables of a year are made of. */
export type YearInFull = { readonly ledger: Ledger; readonly remarks: YearRemarks }

/** The remarks of a team's year; for the whole, of every team in it. The root of several teams closes nothing itself. */
export function yearRemarks(source: PlanAndActuals, finishedThrough: number): YearRemarks {
  const plans = [...plansOfYear(source)].filter(([teamId]) => teamId !== source.wholeOf)
  return {
    uncovered: plans.flatMap(([teamId, { figures }]) =>
      figures.channels.flatMap(({ id, funnel }) => {
        const { count, yen } = funnel?.uncovered ?? { count: 0, yen: 0 }
        return count > 0 ? [{ teamId, channelId: id, count, yen }] : []
      }),
    ),
    toClose: toClose(source, finishedThrough),
    capacity: plans.flatMap(([teamId, { draft, figures }]) => {
      const capacity = salesCapacity(draft, figures)
      return capacity ? [{ teamId, ...capacity }] : []
    }),
  }
}

function toClose({ plans, actuals, closes, year, wholeOf }: PlanAndActuals, last: number): YearRemarks['toClose'] {
  const entered = actuals.filter(({ month }) => month >= year.first && month <= year.last)
  const planned = plans.filter((plan) => plan.year === year.year)
  const teams = new Set([...planned, ...entered].map(({ teamId }) => teamId).filter((teamId) => teamId !== wholeOf))
  return [...teams].flatMap((teamId) => {
    const through = closes.find((close) => close.teamId === teamId)?.through
    const first = through === undefined ? 0 : Math.max(0, monthsBetween(year.first, through) + 1)
    return first <= last ? [{ teamId, first, last }] : []
  })
}
