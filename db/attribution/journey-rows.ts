import { z } from 'zod'
import type { DealFacts } from '#lib/attribution/journey'
import type { JourneyTable } from '#lib/attribution/journey-table'
import { OPPORTUNITY_STATES } from '#lib/records/opportunity'

/** Columns of a kept journey, as text: millions of them are read, and pg's own arrays take longer than the arithmetic. */
export const JOURNEY_COLUMNS = [
  ...['team_id', 'state', 'is_new', 'amount', 'created_on', 'closed_on', 'lead_at', 'lead_on'],
  ...['touch_ats', 'touch_days', 'touch_channels', 'touch_campaigns', 'touch_owns'],
] as const
export type JourneyColumn = (typeof JOURNEY_COLUMNS)[number]

const EPOCH = "date '1970-01-01'"
const EXPRESSION: Partial<Record<JourneyColumn, (column: string) => string>> = {
  created_on: (column) => `${column} - ${EPOCH}`,
  closed_on: (column) => `${column} - ${EPOCH}`,
  lead_on: (column) => `${column} - ${EPOCH}`,
}

/**
 * The columns of a journey under a table's alias, days as numbers, in the order of JOURNEY_COLUMNS.
 * @param ofTouches what is asked of a column of touches instead of itself
 */
export function journeyColumns(alias: string, ofTouches = (column: string) => column): string {
  const column = (name: JourneyColumn) => {
    const own = `${alias}.${name}`
    return TOUCH_COLUMNS.includes(name) ? ofTouches(own) : (EXPRESSION[name]?.(own) ?? own)
  }
  return JOURNEY_COLUMNS.map(column).join(', ')
}

/** Of them, those of the touches; they stand last. */
export const TOUCH_COLUMNS = JOURNEY_COLUMNS.slice(8)

/** A row of text as pg hands it over in rowMode 'array' with `AS_TEXT`; null: not there. */
export type JourneyRow = readonly (string | null)[]

/** Leaves every value as Postgres writes it. */
export const AS_TEXT = { getTypeParser: () => (text: string) => text }

const State = z.enum(OPPORTUNITY_STATES)
const numberOrNull = (text: string | null | undefined) => (text == null ? null : Number(text))

/** @param at where the journey's columns begin in the row */
export function factsOf(row: JourneyRow, at: number): DealFacts {
  const [teamId, state, isNew, amount, created, closed, leadAt, leadOn] = row.slice(at, at + 8)
  return {
    ...{ teamId: teamId ?? '', state: State.parse(state), isNew: isNew === 't', amount: Number(amount) },
    ...{ createdDay: Number(created), closedDay: numberOrNull(closed) },
    ...{ leadAt: numberOrNull(leadAt), leadDay: numberOrNull(leadOn) },
  }
}

/** Adds a journey to a table of them. */
export function addJourney(table: JourneyTable, row: JourneyRow, at = 0): void {
  table.begin(factsOf(row, at))
  const [ats, days, channels, campaigns, owns] = row.slice(at + 8, at + 13).map(listOf)
  if (!ats || !days || !channels || !campaigns || !owns) return
  for (let i = 0; i < ats.length; i++) {
    const campaign = campaigns[i]
    const campaignId = campaign === undefined || campaign === 'NULL' ? null : campaign
    table.touch(Number(ats[i]), Number(days[i]), channels[i] ?? '', campaignId, owns[i] === 't')
  }
}

/** '{a,b}' → a, b. No value holds a comma, a quote or a brace. */
function listOf(text: string | null): string[] {
  return text === null || text.length <= 2 ? [] : text.slice(1, -1).split(',')
}
