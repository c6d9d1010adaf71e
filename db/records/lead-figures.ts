import { eachOnce } from '#lib/each-once'
import { wallTimeOf } from '#lib/instant'
import type { Contribution } from './contributions'
import type { RollupCell } from './pipeline-rollups'
import type { StoredRecord } from './stored'

/** Days on which a lead's first opportunity was created, and on which its first won one was closed. */
export type Sold = ReadonlyMap<string, { readonly createdOn: string; readonly wonOn: string | null }>

/**
 * What leads count for in each rollup, from the rows at hand: joining their tables by thousands of ids would take
 * minutes where the planner's statistics have never seen the organisation, as they cannot while its first import is
 * under way. `npm run db:rebuild` counts the same in SQL; the two are compared by every test of the rollups.
 */
export type LeadFigures = {
  readonly months: readonly Contribution[]
  readonly journeys: readonly RollupCell[]
  readonly handovers: readonly RollupCell[]
}

export function leadFigures(leads: readonly StoredRecord[], timeZone: string, sold: Sold): LeadFigures {
  const [months, journeys, handovers] = [new Tally<Contribution>(), new Tally<RollupCell>(), new Tally<RollupCell>()]
  const known = eachOnce((moment) => wallTimeOf(new Date(moment), timeZone).day)
  const dayOf = (moment: unknown) => (typeof moment === 'string' ? known(moment) : null)
  for (const lead of leads) {
    const { teamId, channelId, campaignId } = lead.values
    const reached = stagesOf(lead, dayOf)
    for (const [stage, month] of reached) {
      months.add(`${teamId} ${channelId} ${campaignId} ${month} ${stage}`, () => contributionOf(lead, stage, month))
    }
    const journey = monthsOf(lead, reached, sold)
    const start = journey.get('lead')
    // No key of a stage holds NUL: Postgres has no text with it.
    const key = `${teamId} ${channelId} ${[...journey].join('\0')}`
    if (start) journeys.add(key, () => journeyOf(lead, start, journey))
    const handover = handoverOf(lead, dayOf)
    if (handover) handovers.add(JSON.stringify(handover), () => handover)
  }
  return { months: months.cells(), journeys: journeys.cells(), handovers: handovers.cells() }
}

type DayOf = (moment: unknown) => string | null
type Counted = { readonly records: number; readonly value?: number }

/** Cells that agree in everything, counted. */
class Tally<Cell extends Counted> {
  private readonly found = new Map<string, { readonly cell: Cell; count: number }>()

  /** @param key the same for cells that agree; a cell is made for the first of them alone */
  add(key: string, cellOf: () => Cell): void {
    const known = this.found.get(key)
    if (known) known.count++
    else this.found.set(key, { cell: cellOf(), count: 1 })
  }

  cells(): Cell[] {
    return [...this.found.values()].map(({ cell, count }) =>
      cell.value === undefined ? { ...cell, records: count } : { ...cell, records: count, value: count },
    )
  }
}

/** Months of the stages that a lead reached. */
function stagesOf({ values }: StoredRecord, dayOf: DayOf): [stage: string, month: string][] {
  const reached: [string, string][] = []
  for (const [name, at] of Object.entries(values)) {
    const day = name.startsWith('stage:') ? dayOf(at) : null
    if (day !== null) reached.push([name.slice(6), day.slice(0, 7)])
  }
  return reached
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)

function contributionOf({ values }: StoredRecord, metric: string, month: string): Contribution {
  const [teamId, channelId, campaignId] = [text(values.teamId) ?? '', text(values.channelId), text(values.campaignId)]
  return { teamId, month, line: 'channel', channelId, campaignId, metric, value: 1, records: 1 }
}

/** Months of the stages, and those of the lead's first opportunity and win. */
function monthsOf({ id }: StoredRecord, reached: readonly [string, string][], sold: Sold): Map<string, string> {
  const months = new Map(reached)
  const deal = sold.get(id)
  if (deal) months.set('opportunity', deal.createdOn.slice(0, 7))
  if (deal?.wonOn) months.set('won', deal.wonOn.slice(0, 7))
  return months
}

function journeyOf({ values }: StoredRecord, month: string, months: ReadonlyMap<string, string>): RollupCell {
  // In one order, so that equal journeys are equal texts.
  const inOrder = Object.fromEntries([...months].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return { team_id: values.teamId, month, channel_id: values.channelId, reached: inOrder, records: 1 }
}

const DAY_MS = 86_400_000

function handoverOf({ values }: StoredRecord, dayOf: DayOf): RollupCell | null {
  const [passed, worked] = [dayOf(values.passedAt), dayOf(values.workedAt)]
  if (passed === null) return null
  const days = worked === null ? null : Math.max(0, (Date.parse(worked) - Date.parse(passed)) / DAY_MS)
  return {
    ...{ team_id: values.teamId, month: passed.slice(0, 7), channel_id: values.channelId, response_days: days },
    ...{ passed_on: worked === null ? passed : null, is_returned: (values.returnedAt ?? null) !== null },
    ...{ return_reason: text(values.returnReason), records: 1 },
  }
}
