import type { Campaign } from '#lib/campaign'
import { DEFAULT_STAGES, stagesFrom } from '#lib/funnel/stages'
import type { PlanDraft } from '#lib/input/plan-draft'
import { addMonths, fiscalYear } from '#lib/month'
import type { Ledger } from './ledger'
import { type EnteredActual, ledgerOf } from './ledger-of'

type Lag = number | string | readonly number[]
/** Null: not entered. */
type Counts = Readonly<Record<string, readonly (number | null)[]>>

/** For tests: an input of the golden plans with actuals. */
export type GoldenInput = {
  readonly goal: number
  readonly existing?: number
  readonly salesSourced?: number
  readonly seasonality?: readonly number[]
  readonly nextYearGrowth?: string
  readonly rounding: PlanDraft['rounding']
  readonly stages?: readonly string[]
  readonly channels: readonly {
    readonly name: string
    readonly share: string
    readonly entry: string
    readonly rates: readonly string[]
    readonly lags: readonly Lag[]
    readonly dealSize: number
    readonly unitCost?: { readonly stage: string; readonly yen: number }
    readonly fixedCostPerMonth?: number
    readonly schedule?: readonly number[]
  }[]
  readonly actualsThrough: number
  readonly actuals: Readonly<Record<string, Counts & { readonly before: Counts }>>
}

const YEAR = fiscalYear(2026, 4)

/** For tests: the ledger of a golden input, made by the functions that the screens use. Channels go by their names. */
export function goldenLedger(input: GoldenInput): Ledger {
  const stages = (input.stages ?? DEFAULT_STAGES).map((key) => ({ key, name: null }))
  return ledgerOf(
    {
      ...{ year: YEAR, wholeOf: null, stages },
      plans: [{ teamId: 'team', year: YEAR.year, draft: draftOf(input) }],
      channels: input.channels.map(({ name, entry }, i) => ({ id: name, name, colour: i + 1, defaultEntry: entry })),
      actuals: Object.entries(input.actuals).flatMap(([channelId, counts]) => entriesOf(channelId, counts)),
      campaigns: campaignsOf(input),
      ...{ closes: [], restatements: [], chosenThrough: null, landingOverrides: [], opportunities: null },
    },
    {
      today: `${addMonths(YEAR.first, input.actualsThrough + 1)}-05`,
      thresholds: { goodFrom: 1, watchFrom: 0.8 },
    },
  )
}

function draftOf(input: GoldenInput): PlanDraft {
  return {
    ...{ revenueGoal: input.goal, existing: input.existing ?? 0, salesSourced: input.salesSourced ?? 0 },
    spread: { kind: 'weights', values: (input.seasonality ?? Array<number>(12).fill(1)).map(String) },
    ...{ nextYearGrowth: input.nextYearGrowth ?? '0', rounding: input.rounding },
    ...{ salesPeople: null, opportunitiesPerPerson: null },
    channels: input.channels.map(({ name, entry, rates, lags, unitCost, ...channel }) => ({
      ...{ channelId: name, share: channel.share, entry, dealSize: channel.dealSize },
      transitions: stagesFrom(input.stages ?? DEFAULT_STAGES, entry)
        .slice(1)
        .map((to, i) => ({ to, rate: rates[i] ?? null, lag: lagOf(lags[i] ?? 0) })),
      ...{ unitCostStage: unitCost?.stage ?? null, unitCost: unitCost?.yen ?? null },
      fixedCostPerMonth: channel.fixedCostPerMonth ?? null,
      ...{ scheduled: channel.schedule !== undefined, entryUplift: null, note: null },
    })),
  }
}

const lagOf = (lag: Lag) => (typeof lag === 'object' ? lag.map(String) : String(lag))

/** One campaign per month with planned entries. */
function campaignsOf({ channels }: GoldenInput): Campaign[] {
  return channels.flatMap(({ name, schedule = [] }) =>
    schedule.flatMap((plannedEntries, month) => {
      const startsOn = `${addMonths(YEAR.first, month)}-10`
      const campaign = { id: `${name} ${month}`, teamId: 'team', channelId: name, name, startsOn, endsOn: startsOn }
      return plannedEntries > 0 ? [{ ...campaign, budget: null, plannedEntries, archivedAt: null }] : []
    }),
  )
}

function entriesOf(channelId: string, { before, ...actuals }: Counts & { readonly before: Counts }): EnteredActual[] {
  const entries = (counts: Counts, first: (length: number) => number) =>
    Object.entries(counts).flatMap(([metric, values]) =>
      values.flatMap((value, i): EnteredActual[] => {
        const month = addMonths(YEAR.first, first(values.length) + i)
        return value === null
          ? []
          : [{ teamId: 'team', month, line: 'channel', channelId, campaignId: null, metric, value }]
      }),
    )
  return [...entries(before, (length) => -length), ...entries(actuals, () => 0)]
}
