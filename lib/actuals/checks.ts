import type { GridSection } from './grid'
import { type GridValues, valueAt } from './values'

/** Something that does not fit together; `row` is the key of the row to look at. */
export type Doubt = { readonly row: string; readonly month: number }

export type Checks = {
  /** 件数のつながり: more won than opportunities since the year began. The first month where it is so, by channel. */
  readonly moreWon: readonly Doubt[]
  /** 売上と受注: a month with revenue and 0 won, or won and revenue of 0. */
  readonly oneSided: readonly Doubt[]
}

/** Sense checks of the finished months before they are closed. A blank is missing, and no doubt of its own. */
export function checksOf(sections: readonly GridSection[], shown: GridValues, finishedThrough: number): Checks {
  const months = Array.from({ length: finishedThrough + 1 }, (_, month) => month)
  const channels = sections.filter((section) => section.channel !== null)
  return {
    moreWon: channels.flatMap((section) => moreWon(section, shown, months)),
    oneSided: channels.flatMap((section) => oneSided(section, shown, months)),
  }
}

function moreWon({ rows }: GridSection, shown: GridValues, months: readonly number[]): Doubt[] {
  const won = rows.find((row) => row.metric === 'won')
  const before = won && rows[rows.indexOf(won) - 1]
  if (won === undefined || before === undefined) return []
  let [wonSoFar, beforeSoFar] = [0, 0]
  for (const month of months) {
    wonSoFar += valueAt(shown, won.key, month) ?? 0
    const reached = valueAt(shown, before.key, month)
    // With a gap in the stage before, nothing can be said from there on.
    if (reached === null) return []
    beforeSoFar += reached
    if (wonSoFar > beforeSoFar) return [{ row: won.key, month }]
  }
  return []
}

function oneSided({ rows }: GridSection, shown: GridValues, months: readonly number[]): Doubt[] {
  const won = rows.find((row) => row.metric === 'won')
  const revenue = rows.find((row) => row.metric === 'revenue')
  if (won === undefined || revenue === undefined) return []
  return months.flatMap((month): Doubt[] => {
    const [deals, amount] = [valueAt(shown, won.key, month), valueAt(shown, revenue.key, month)]
    if (deals === null || amount === null || (deals === 0) === (amount === 0)) return []
    return [{ row: deals === 0 ? won.key : revenue.key, month }]
  })
}
