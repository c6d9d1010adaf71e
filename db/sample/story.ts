import { addMonths, type Month, monthNumber, monthOf, monthsBetween } from '#lib/month'
import { COMPANY } from './company'

/** What befell the company, relative to today: a quarter that was missed, and the one after it that recovered. */
export type Story = {
  /** 24 months, the last one in progress. */
  readonly months: readonly Month[]
  readonly running: Month
  readonly lastFinished: Month
  /** 'YYYY-MM-DD' */
  readonly today: string
  /** Part of the running month that is over, 0 < x ≤ 1. */
  readonly elapsed: number
  /** Entries and existing revenue as multiples of the plan, and the chance that a deal due in the month slips a quarter. */
  of(month: Month): { readonly entries: number; readonly existing: number; readonly slips: number }
}

const USUAL = { entries: 1.02, existing: 1, slips: 0 }
const MISSED = { entries: 0.85, existing: 0.82, slips: 0.35 }
const RECOVERED = { entries: 1.12, existing: 1.03, slips: 0 }

export const SLIP_MONTHS = 3
const LENGTH = 24

/** @param today 'YYYY-MM-DD' */
export function storyOf(today: string): Story {
  const running = monthOf(today)
  const months = Array.from({ length: LENGTH }, (_, i) => addMonths(running, i + 1 - LENGTH))
  return {
    months,
    running,
    lastFinished: addMonths(running, -1),
    today,
    elapsed: Number(today.slice(8, 10)) / daysIn(running),
    of(month) {
      const quartersAgo = quarter(running) - quarter(month)
      if (quartersAgo === 2) return MISSED
      return quartersAgo === 1 ? RECOVERED : USUAL
    },
  }
}

/** Quarters are those of the fiscal year; any year's start will do to count them from. */
function quarter(month: Month): number {
  const start: Month = `2000-0${COMPANY.fiscalStart}`
  return Math.floor(monthsBetween(start, month) / 3)
}

function daysIn(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), monthNumber(month), 0)).getUTCDate()
}
