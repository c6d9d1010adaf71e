import { setImmediate as turn } from 'node:timers/promises'
import type { Basis, CreditCell, CreditRow } from '#lib/attribution/credit'
import { CreditBook } from '#lib/attribution/credit-book'
import { TOUCH_MODELS, type TouchModel } from '#lib/attribution/models'
import type { AttributionRules } from '#lib/attribution/rules'
import { addMonths } from '#lib/month'
import { AS_TEXT, addJourney, type JourneyRow, journeyColumns } from '../attribution/journey-rows'
import { settingsIn, USUAL_SETTINGS } from '../attribution/settings'
import type { Tx } from '../client'
import type { Reader } from '../kept'
import { type AttributionOf, type CreditTeams, kept, type Span } from './attribution'

/** Deals that are credited anew while somebody waits. */
export const MOST_LIVE_DEALS = 50_000
const PAGE = 5000

export type LookbackCredits =
  | {
      readonly state: 'ready'
      /** Of every channel in all touch models. */
      readonly channels: readonly CreditRow[]
      /** Of every campaign in the model asked for. */
      readonly campaigns: readonly CreditRow[]
    }
  | { readonly state: 'tooMany'; readonly deals: number }

type Wanted = Span & { readonly bases: readonly Basis[]; readonly model: TouchModel; readonly lookbackDays: number }

/**
 * Credits under another lookback than the organisation's, from the journeys of the span: as records stand now, nothing
 * of it frozen. @throws AppError 'notFound'
 */
export function creditsAtLookback(actor: Reader, of: AttributionOf, wanted: Wanted): Promise<LookbackCredits> {
  const { from, to, bases, model, lookbackDays } = wanted
  return kept(actor, of, ['lookback', lookbackDays, from, to, model, ...bases].map(String), async (tx, teams) => {
    const deals = await countIn(tx, teams, wanted)
    if (deals > MOST_LIVE_DEALS) return { state: 'tooMany', deals } as const
    const { rules } = (await settingsIn(tx, teams.orgId)) ?? USUAL_SETTINGS
    const cells = await cellsIn(tx, teams, { ...rules, lookbackDays }, wanted)
    const own = cells.filter(({ month }) => month >= from && month <= to)
    const { teamId } = teams
    return {
      state: 'ready',
      channels: summed(own.flatMap((cell) => rowsOf({ ...cell, teamId, campaignId: null }, TOUCH_MODELS))),
      campaigns: summed(own.flatMap((cell) => rowsOf({ ...cell, teamId }, [model]))),
    } as const
  })
}

/** $1 organisation, $2 teams, $3 first day, $4 the day after the last; a cohort's month may be any before the close. */
const IN_SPAN = `from attribution_journeys j where j.org_id = $1 and j.team_id = any($2::uuid[]) and (
  (j.created_on >= $3::date and j.created_on < $4::date) or (j.state = 'won' and (
    (j.closed_on >= $3::date and j.closed_on < $4::date) or (j.lead_on >= $3::date and j.lead_on < $4::date)
    or (j.lead_on is null and j.closed_on >= $3::date and j.closed_on < $4::date + 731))))`

const parameters = ({ orgId, teamIds }: CreditTeams, { from, to }: Span) => [
  ...[orgId, teamIds, `${from}-01`, `${addMonths(to, 1)}-01`],
]

async function countIn(tx: Tx, teams: CreditTeams, span: Span): Promise<number> {
  const text = `select count(*)::float8 as count ${IN_SPAN}`
  const { rows } = await tx.$client.query<{ count: number }>(text, parameters(teams, span))
  return rows[0]?.count ?? 0
}

async function cellsIn(tx: Tx, teams: CreditTeams, rules: AttributionRules, wanted: Wanted): Promise<CreditCell[]> {
  const book = new CreditBook(rules, { bases: wanted.bases })
  const table = book.table()
  for (let after: string | null = null; ; ) {
    const rows = await pageAfter(tx, teams, wanted, after)
    table.clear()
    for (const row of rows) addJourney(table, row)
    book.addAll(table)
    if (rows.length < PAGE) return [...book.cells()]
    after = rows.at(-1)?.at(-1) ?? null
    await turn()
  }
}

async function pageAfter(tx: Tx, teams: CreditTeams, span: Span, after: string | null): Promise<JourneyRow[]> {
  const { rows } = await tx.$client.query<(string | null)[]>({
    text: `select ${journeyColumns('j')}, j.opportunity_id ${IN_SPAN} and ($5::uuid is null or j.opportunity_id > $5)
      order by j.opportunity_id limit ${PAGE}`,
    ...{ values: [...parameters(teams, span), after], rowMode: 'array', types: AS_TEXT },
  })
  return rows
}

function rowsOf({ amounts, dealParts, ...place }: CreditCell, models: readonly TouchModel[]): CreditRow[] {
  return models.map((model) => {
    const at = TOUCH_MODELS.indexOf(model)
    return { ...place, model, amount: amounts[at] ?? 0, dealParts: dealParts[at] ?? 0 }
  })
}

/** Rows of the same line and month as one; teams and campaigns together where they were made so. */
function summed(rows: readonly CreditRow[]): CreditRow[] {
  const sums = new Map<string, CreditRow>()
  for (const row of rows) {
    const key = [row.basis, row.month, row.model, row.isNew, row.channelId, row.campaignId].join(' ')
    const known = sums.get(key)
    const amount = (known?.amount ?? 0) + row.amount
    sums.set(key, { ...row, amount, dealParts: (known?.dealParts ?? 0) + row.dealParts })
  }
  return [...sums.values()].filter(({ amount, dealParts }) => amount !== 0 || dealParts !== 0)
}
