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

/** How many of them are facts of the deal; those of its touches stand last. */
export const FACT_COUNT = 8
export const TOUCH_COLUMNS = JOURNEY_COLUMNS.slice(FACT_COUNT)

/**
 * The day of a lead, and the moment up to which touches count for it: of one known by its day alone the day's end.
 * @param at when it became one; z is its organisation
 */
export function leadColumns(at: string): string {
  const local = `(${at} at time zone z.time_zone)`
  return `${local}::date as lead_on,
    case when ${local}::time = '00:00'
      then (extract(epoch from (${local}::date + 1)::timestamp at time zone z.time_zone) * 1000)::bigint - 1
      else floor(extract(epoch from ${at}) * 1000)::bigint end as lead_at`
}

/** A row of text as pg hands it over in rowMode 'array' with `AS_TEXT`; null: not there. */
export type JourneyRow = readonly (string | null)[]

/** Leaves every value as Postgres writes it. */
export const AS_TEXT = { getTypeParser: () => (text: string) => text }

const numberOrNull = (text: string | null | undefined) => (text == null ? null : Number(text))

/** One literal and no schema: millions of rows are read. @throws RangeError when the state is none */
export function factsOf(row: JourneyRow): DealFacts {
  const [teamId, state, isNew, amount, created, closed, leadAt, leadOn] = row
  return {
    teamId: teamId ?? '',
    state: stateOf(state),
    isNew: isNew === 't',
    amount: Number(amount),
    createdDay: Number(created),
    closedDay: numberOrNull(closed),
    leadAt: numberOrNull(leadAt),
    leadDay: numberOrNull(leadOn),
  }
}

function stateOf(text: string | null | undefined): DealFacts['state'] {
  const state = OPPORTUNITY_STATES.find((each) => each === text)
  if (state === undefined) throw new RangeError(`not a state: ${text}`)
  return state
}

/** Adds a journey to a table of them. */
export function addJourney(table: JourneyTable, row: JourneyRow): void {
  table.begin(factsOf(row))
  const [ats, days, channels, campaigns, owns] = row.slice(FACT_COUNT, JOURNEY_COLUMNS.length).map(listOf)
  if (!ats || !days || !channels || !campaigns || !owns) return
  for (let i = 0; i < ats.length; i++) {
    const campaign = campaigns[i]
    const campaignId = campaign === undefined || campaign === 'NULL' ? null : campaign
    table.touch(Number(ats[i]), Number(days[i]), channels[i] ?? '', campaignId, owns[i] === 't')
  }
}

/** Adds a journey after the one that it was before: most that change keep their touches, which are not read again then. */
export function addChanged(table: JourneyTable, row: JourneyRow, before: JourneyRow | null): void {
  const hasSameTouches = TOUCH_COLUMNS.every((_, i) => row[FACT_COUNT + i] === before?.[FACT_COUNT + i])
  if (hasSameTouches) table.beginAgain(factsOf(row))
  else addJourney(table, row)
}

/** '{a,b}' → a, b. No value holds a comma, a quote or a brace. */
function listOf(text: string | null): string[] {
  return text === null || text.length <= 2 ? [] : text.slice(1, -1).split(',')
}
