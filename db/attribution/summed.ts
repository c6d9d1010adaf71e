import { setImmediate as turn } from 'node:timers/promises'
import type { CreditCell } from '#lib/attribution/credit'
import { CreditBook } from '#lib/attribution/credit-book'
import type { AttributionRules } from '#lib/attribution/rules'
import type { Tx } from '../client'
import { addChanged, addJourney } from './journey-rows'
import { type ChangedJourney, type JourneyPage, keptJourneys } from './journeys'

/** Journeys that are read at a time: taking in an answer of more keeps the others waiting longer, and is no faster. */
export const JOURNEY_PAGE = 1000
/** Journeys that are credited without a break, a few milliseconds: whoever asks the server meanwhile is answered in between. */
const SLICE = 100

/** Reads in transactions of its own, or in the one that is under way. */
export type Reading = <T>(read: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * All kept journeys of an organisation credited under rules, in one ordered pass that holds a page of them at a time.
 * @param told how many journeys were read so far
 */
export async function creditedJourneys(
  reading: Reading,
  orgId: string,
  rules: AttributionRules,
  told: (read: number) => Promise<void> = async () => {},
): Promise<CreditCell[]> {
  const book = new CreditBook(rules)
  const table = book.table()
  for (let after: string | null = null, read = 0; ; ) {
    const { rows, last } = await pageAfter(reading, orgId, after)
    for (let first = 0; first < rows.length; first += SLICE) {
      table.clear()
      for (const row of rows.slice(first, first + SLICE)) addJourney(table, row)
      book.addAll(table)
      await turn()
    }
    read += rows.length
    if (rows.length < JOURNEY_PAGE) break
    after = last
    await told(read)
  }
  return [...book.cells()]
}

function pageAfter(reading: Reading, orgId: string, after: string | null): Promise<JourneyPage> {
  return reading((tx) => keptJourneys(tx, orgId, { after, limit: JOURNEY_PAGE }))
}

/** What changed journeys add to the rollup: as they are, less as they were. */
export function differenceOf(changes: readonly ChangedJourney[], rules: AttributionRules): CreditCell[] {
  const book = new CreditBook(rules)
  const table = book.table()
  for (const { before, after } of changes) {
    table.clear()
    if (before) addJourney(table, before)
    if (after) addChanged(table, after, before)
    if (before && after) book.changeDeal(table, 0, 1)
    else book.addDeal(table, 0, before ? -1 : 1)
  }
  return [...book.cells()]
}
