import { addMonths, type FiscalYear, type Month, monthsBetween } from '#lib/month'
import { type ByMonth, belongs, type LedgerRow, MONTHS } from './ledger'

/** Which row a figure stands in. */
export type Address = Pick<LedgerRow, 'teamId' | 'line' | 'channelId' | 'metric'>

type Draft = Address & { plan: (number | null)[]; actual: (number | null)[]; lastYear: (number | null)[] }

type Entry = Address & { readonly month: Month; readonly value: number }

const blank = (): (number | null)[] => MONTHS.map(() => null)

/** A ledger while it is written: figures find their row by its address, and rows keep the order of their first figure. */
export class LedgerSheet {
  readonly #rows = new Map<string, Draft>()

  #at({ teamId, line, channelId, metric }: Address): Draft {
    const key = [teamId, line, channelId, metric].join(' ')
    const row = this.#rows.get(key) ?? {
      ...{ teamId, line, channelId, metric },
      ...{ plan: blank(), actual: blank(), lastYear: blank() },
    }
    this.#rows.set(key, row)
    return row
  }

  /** Sets a row's twelve planned figures. */
  plan(address: Address, byMonth: ByMonth): void {
    this.#at(address).plan = MONTHS.map((month) => byMonth[month] ?? null)
  }

  /** Adds entries of this year and the last to their rows, campaigns of a channel together; the rest is left out. */
  enter(entries: readonly Entry[], year: FiscalYear): void {
    const yearBefore = addMonths(year.first, -12)
    for (const { month, value, ...address } of entries) {
      const since = monthsBetween(yearBefore, month)
      if (since < 0 || since > 23) continue
      const row = this.#at(address)
      const months = since < 12 ? row.lastYear : row.actual
      months[since % 12] = (months[since % 12] ?? 0) + value
    }
  }

  /** Fills the blank months of a team's planned or entered rows with 0, up to a month: nothing is awaited there. */
  settle(teamId: string, through: number): void {
    for (const row of this.#rows.values()) {
      if (row.teamId !== teamId || !belongs(row)) continue
      row.actual = row.actual.map((value, month) => (month <= through ? (value ?? 0) : value))
    }
  }

  rows(): LedgerRow[] {
    return [...this.#rows.values()]
  }
}
