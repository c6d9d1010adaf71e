import { type StageKey, stagesFrom } from '#lib/funnel/stages'
import type { ChannelDraft } from '#lib/input/plan-draft'
import { addMonths, type Month } from '#lib/month'
import { carrying, type Random } from './random'
import { SLIP_MONTHS, type Story } from './story'

/** Longest way from entry to won, with a slipped quarter: what entered so long before the first month still arrives in it. */
const LOOK_BACK = 10

/** How far a month's conversion strays from the plan's rate, as a fraction. */
const RATE_STRAYS = 0.15

/** Counts of a channel by stage and month. */
type Counts = Map<StageKey, Map<Month, number>>

export type ChannelMonth = {
  readonly month: Month
  readonly figures: ReadonlyMap<StageKey | 'revenue' | 'cost', number>
}

export type ChannelHistoryInput = {
  readonly channel: ChannelDraft
  readonly stages: readonly StageKey[]
  /** Entries that the plan asked for. */
  readonly planned: (month: Month) => number
  /** What was to be spent in a month; without it the channel's unit cost says. */
  readonly budget?: (month: Month) => number
  readonly strays: number
  readonly story: Story
  readonly random: Random
}

/**
 * What a channel brought month by month: entries near the plan, then converted near the plan's rates and after its
 * lags, so that every count comes from the count before it; each won deal with an amount of its own.
 */
export function channelHistory(input: ChannelHistoryInput): ChannelMonth[] {
  const { channel, story, random } = input
  const counts = flow(input)
  return story.months.map((month) => {
    const part = month === story.running ? story.elapsed : 1
    const figures = new Map<string, number>()
    for (const [stage, byMonth] of counts) figures.set(stage, Math.floor((byMonth.get(month) ?? 0) * part))
    figures.set('revenue', amountOf(figures.get('won') ?? 0, channel.dealSize ?? 0, random))
    if (part === 1) figures.set('cost', costOf(figures, input, month))
    return { month, figures }
  })
}

function flow({ channel, stages, planned, strays, story, random }: ChannelHistoryInput): Counts {
  const own = stagesFrom(stages, channel.entry)
  const whole = carrying()
  const counts: Counts = new Map(own.map((stage) => [stage, new Map()]))
  const add = (stage: StageKey, month: Month, count: number) => {
    const byMonth = counts.get(stage)
    byMonth?.set(month, (byMonth.get(month) ?? 0) + count)
  }
  const first = addMonths(story.months[0] ?? story.running, -LOOK_BACK)
  for (let month = first; month <= story.running; month = addMonths(month, 1)) {
    const stray = random.between(1 - strays, 1 + strays)
    add(channel.entry, month, Math.round(planned(month) * story.of(month).entries * stray))
    for (const [i, stage] of own.entries()) {
      const to = own[i + 1]
      if (to) moveOn(counts.get(stage)?.get(month) ?? 0, to, month)
    }
  }
  return counts

  /** Moves those who convert on to the next stage, spread over the months of the lag. */
  function moveOn(count: number, to: StageKey, from: Month): void {
    const { rate, lag } = channel.transitions.find((transition) => transition.to === to) ?? {}
    const converted = whole(to, count * Number(rate ?? 0) * random.between(1 - RATE_STRAYS, 1 + RATE_STRAYS))
    const months = Number(lag ?? 0)
    const later = Math.min(converted, whole(`${to} later`, converted * (months % 1)))
    arrive(converted - later, to, addMonths(from, Math.floor(months)))
    arrive(later, to, addMonths(from, Math.floor(months) + 1))
  }

  function arrive(count: number, to: StageKey, month: Month): void {
    const slipped = to === 'won' ? Math.min(count, whole('slipped', count * story.of(month).slips)) : 0
    add(to, month, count - slipped)
    if (slipped > 0) add(to, addMonths(month, SLIP_MONTHS), slipped)
  }
}

/** Deals from 0.6 to 1.4 times the usual size, to 10,000 yen. */
function amountOf(won: number, dealSize: number, random: Random): number {
  const deals = Array.from({ length: won }, () => dealSize * (random.between(0.3, 0.7) + random.between(0.3, 0.7)))
  return deals.reduce((sum, amount) => sum + Math.round(amount / 10_000) * 10_000, 0)
}

function costOf(figures: ReadonlyMap<string, number>, input: ChannelHistoryInput, month: Month): number {
  const { channel, budget, random } = input
  const units = figures.get(channel.unitCostStage ?? '') ?? 0
  const planned = budget ? budget(month) : units * (channel.unitCost ?? 0)
  const spent = planned * random.between(0.9, 1.12) + (budget ? 0 : (channel.fixedCostPerMonth ?? 0))
  return Math.round(spent / 1000) * 1000
}
