import type { Campaign } from '#lib/campaign'
import { LANDING_CASES, landingOf } from '#lib/forecast/landing'
import { transitionsFrom } from '#lib/funnel/stages'
import type { PlanDraft } from '#lib/input/plan-draft'
import { addMonths, fiscalYear } from '#lib/month'
import { bridgeOf } from '#lib/plan-vs-actual/bridge'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { type EnteredActual, ledgerOf, type PlanAndActuals } from '#lib/plan-vs-actual/ledger-of'
import { plansOfYear } from '#lib/plan-vs-actual/plans-of-year'
import { channelKpis } from './kpis'
import type { PreviewInput } from './preview-input'

/** Months of a preview are indexes, so any year will do. */
const YEAR = fiscalYear(2026, 4)
const TEAM = 'preview'

/**
 * Every figure of a scenario, made by the functions that the screens use: goals, each channel's tree and months, and
 * with actuals the landing at planned and observed rates and the bridge per channel. A channel whose assumptions give
 * no figures has its revenue only.
 */
export function previewOf(input: PreviewInput) {
  const source = sourceOf(input)
  const { figures } = plansOfYear(source).get(TEAM) ?? { figures: null }
  const channels = figures?.channels ?? []
  return {
    goalByMonth: figures?.goalByMonth ?? [],
    marketingGoalByMonth: figures?.marketingGoalByMonth ?? [],
    channels: channels.map(({ id, ...channel }) => ({ name: id, ...channelKpis(channel) })),
    ...(input.actuals ? againstActuals(ledgerIn(source, input), input) : {}),
  }
}

function againstActuals(ledger: Ledger, { channels }: PreviewInput) {
  const landingAt = (rates: 'plan' | 'observed') => {
    const { marketing, channels: landed } = landingOf(ledger, LANDING_CASES[rates])
    return {
      revenue: marketing,
      channels: landed.map(({ channelId, revenueByMonth, revenue, rates, dealSize, won }) => {
        return { name: channelId, revenueByMonth, revenue, rates, dealSize, won }
      }),
    }
  }
  return {
    landing: { byRates: { plan: landingAt('plan'), observed: landingAt('observed') } },
    bridge: channels.map(({ name }) => {
      const { plan, actual, gap, effects } = bridgeOf(ledger, name)
      return { name, plan, actual, gap, effects: Object.fromEntries(effects.map(({ key, amount }) => [key, amount])) }
    }),
  }
}

function ledgerIn(source: PlanAndActuals, { actualsThrough = 0 }: PreviewInput): Ledger {
  const today = `${addMonths(YEAR.first, actualsThrough + 1)}-01`
  return ledgerOf(source, { today, thresholds: { goodFrom: 1, watchFrom: 0.8 } })
}

function sourceOf(input: PreviewInput): PlanAndActuals {
  return {
    ...{ year: YEAR, wholeOf: null, stages: input.stages.map((key) => ({ key, name: null })) },
    plans: [{ teamId: TEAM, year: YEAR.year, draft: draftOf(input) }],
    channels: input.channels.map(({ name, entry }) => ({ id: name, name, colour: 0, defaultEntry: entry })),
    actuals: Object.entries(input.actuals ?? {}).flatMap(([name, { before, ...counts }]) => [
      ...entriesOf(name, before, (length) => -length),
      ...entriesOf(name, counts, () => 0),
    ]),
    campaigns: input.channels.flatMap(campaignsOf),
    ...{ closes: [], restatements: [], chosenThrough: null, landingOverrides: [], opportunities: null },
  }
}

function draftOf({ goal, existing, salesSourced, seasonality, goalByMonth, ...input }: PreviewInput): PlanDraft {
  const weights = seasonality ?? Array<string>(12).fill('1')
  return {
    ...{ revenueGoal: goal, existing, salesSourced, nextYearGrowth: input.nextYearGrowth, rounding: input.rounding },
    spread: goalByMonth ? { kind: 'amounts', values: goalByMonth.map(String) } : { kind: 'weights', values: weights },
    channels: input.channels.map(({ name, entry, rates, lags, unitCost, schedule, ...channel }) => ({
      ...{ channelId: name, share: channel.share, entry, dealSize: channel.dealSize },
      transitions: transitionsFrom(input.stages, entry).map(({ to }, i) => {
        return { to, rate: rates[i] ?? null, lag: lags[i] ?? null }
      }),
      ...{ unitCostStage: unitCost?.stage ?? null, unitCost: unitCost?.yen ?? null },
      ...{ fixedCostPerMonth: channel.fixedCostPerMonth ?? null, scheduled: schedule !== undefined },
      ...{ entryUplift: null, note: null },
    })),
    ...{ salesPeople: null, opportunitiesPerPerson: null },
  }
}

/** One campaign per month with planned entries. */
function campaignsOf({ name, schedule = [] }: PreviewInput['channels'][number]): Campaign[] {
  return schedule.flatMap((plannedEntries, month) => {
    const startsOn = `${addMonths(YEAR.first, month)}-01`
    const campaign = { id: `${name} ${month}`, teamId: TEAM, channelId: name, name, startsOn, endsOn: startsOn }
    return plannedEntries > 0 ? [{ ...campaign, budget: null, plannedEntries, archivedAt: null }] : []
  })
}

function entriesOf(
  channelId: string,
  counts: Readonly<Record<string, readonly (number | null)[]>>,
  first: (length: number) => number,
): EnteredActual[] {
  return Object.entries(counts).flatMap(([metric, values]) =>
    values.flatMap((value, i): EnteredActual[] => {
      if (value === null) return []
      const month = addMonths(YEAR.first, first(values.length) + i)
      return [{ teamId: TEAM, month, line: 'channel', channelId, campaignId: null, metric, value }]
    }),
  )
}
