import { CreditLines } from '#lib/attribution/credit-lines'
import type { DealFacts } from '#lib/attribution/journey'
import { JourneyTable } from '#lib/attribution/journey-table'
import { endOf, isCredited, PATH_END, Path } from '#lib/attribution/path'
import { FROZEN_BASES, type FrozenBasis, type RestatedSide, type RestatementCause } from '#lib/attribution/restatement'
import type { AttributionRules } from '#lib/attribution/rules'
import { type Month, monthOfDay } from '#lib/month'
import type { Tx } from '../client'
import { newId } from '../id'
import { addJourney, factsOf, type JourneyRow } from './journey-rows'
import type { ChangedJourney } from './journeys'

/** What a deal stands with in one month under one basis. */
type Stand = RestatedSide & {
  readonly teamId: string
  readonly month: Month
  readonly basis: FrozenBasis
  readonly isNew: boolean
  /** Its touches in their order, and places of its milestones among them. */
  readonly path: string
  readonly milestones: string
}

/**
 * A closed month does not change by itself: a deal that counts otherwise in it than when its journey was last kept is
 * written down with what it was, what it is and why. Frozen rows + restatements = books (DOMAIN §1 締め).
 */
export async function restateDeals(
  tx: Tx,
  orgId: string,
  changes: readonly ChangedJourney[],
  rules: AttributionRules,
): Promise<void> {
  const closes = await standingCloses(tx, orgId)
  if (closes.size === 0) return
  const stands = new ClosedStands(rules, closes)
  const rows = changes.flatMap(({ opportunityId, before, after }) => {
    const [was, is] = [stands.of(before), stands.of(after)]
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
      const [then, now] = [was.get(key) ?? null, is.get(key) ?? null]
      const cause = causeOf(then, now)
      return cause === null
        ? []
        : [{ ...rowOf(then, now), cause, opportunityId, id: newId(), closedAt: closes.get(placeOf(now ?? then)) }]
    })
  })
  if (rows.length === 0) return
  await tx.$client.query(
    `insert into attribution_restatements (org_id, id, team_id, month, closed_at, basis, opportunity_id, cause, is_new,
       before_amount, before_touches, after_amount, after_touches, restated_at)
     select $1, r.id, r."teamId", r.month, r."closedAt", r.basis, r."opportunityId", r.cause, r."isNew",
       r."beforeAmount", r."beforeTouches", r."afterAmount", r."afterTouches", clock_timestamp()
     from json_to_recordset($2::json) as r(id uuid, "teamId" uuid, month text, "closedAt" timestamptz, basis text,
       "opportunityId" uuid, cause text, "isNew" boolean, "beforeAmount" bigint, "beforeTouches" int,
       "afterAmount" bigint, "afterTouches" int)`,
    [orgId, JSON.stringify(rows)],
  )
}

const placeOf = (place: Pick<Stand, 'teamId' | 'month'> | null) => `${place?.teamId} ${place?.month}`

/** Months of teams that are closed with their credits frozen, and when. */
async function standingCloses(tx: Tx, orgId: string): Promise<Map<string, string>> {
  const { rows } = await tx.$client.query<{ teamId: string; month: Month; closedAt: string }>(
    `select m.team_id as "teamId", m.month, m.closed_at::text as "closedAt" from month_closes m
     join attribution_frozen_rules f on f.org_id = m.org_id and f.team_id = m.team_id and f.month = m.month
       and f.closed_at = m.closed_at
     where m.org_id = $1 and m.reopened_at is null`,
    [orgId],
  )
  return new Map(rows.map((row) => [placeOf(row), row.closedAt]))
}

/** Reads where journeys stand in closed months: one table and one path, however many changed. */
class ClosedStands {
  readonly #rules: AttributionRules
  readonly #closes: ReadonlyMap<string, string>
  readonly #table = new JourneyTable(new CreditLines())
  readonly #path = new Path()

  constructor(rules: AttributionRules, closes: ReadonlyMap<string, string>) {
    this.#rules = rules
    this.#closes = closes
  }

  /** By team, month and basis. */
  of(row: JourneyRow | null): Map<string, Stand> {
    const stands = new Map<string, Stand>()
    if (row === null) return stands
    const facts = factsOf(row)
    for (const basis of FROZEN_BASES) {
      const lastDay = isCredited(facts, basis) ? endOf(facts, PATH_END[basis]) : null
      const place = lastDay === null ? null : { teamId: facts.teamId, month: monthOfDay(lastDay) }
      if (lastDay === null || place === null || !this.#closes.has(placeOf(place))) continue
      stands.set(`${placeOf(place)} ${basis}`, { ...place, basis, ...this.#standOf(row, facts, lastDay) })
    }
    return stands
  }

  #standOf(row: JourneyRow, { isNew, amount }: DealFacts, lastDay: number) {
    const [table, path] = [this.#table, this.#path]
    table.clear()
    addJourney(table, row)
    path.read(table, 0, lastDay, this.#rules)
    const touches = Array.from({ length: path.size }, (_, i) => {
      const { channelId, campaignId } = table.lines.namesOf(path.lines[i] ?? 0)
      return [path.days[i], channelId, campaignId].join(' ')
    })
    const milestones = `${path.leadCreation} ${path.opportunityCreation}`
    return { isNew, amount, touches: path.size, path: touches.join(), milestones }
  }
}

function causeOf(before: Stand | null, after: Stand | null): RestatementCause | null {
  if (before === null || after === null) return before === after ? null : before === null ? 'dealAdded' : 'dealRemoved'
  if (before.isNew !== after.isNew) return 'scopeChanged'
  if (before.amount !== after.amount) return 'amountChanged'
  if (before.path !== after.path) return 'touchesChanged'
  return before.milestones === after.milestones ? null : 'milestonesChanged'
}

function rowOf(before: Stand | null, after: Stand | null) {
  const { teamId, month, basis, isNew } = after ?? before ?? {}
  return {
    ...{ teamId, month, basis, isNew },
    ...{ beforeAmount: before?.amount ?? null, beforeTouches: before?.touches ?? null },
    ...{ afterAmount: after?.amount ?? null, afterTouches: after?.touches ?? null },
  }
}
