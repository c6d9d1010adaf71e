import { ratio } from '#lib/ratio'
import type { ChannelByModel, Comparison } from './comparison'
import { type Cost, NO_COST } from './costs'
import { DEAL_PARTS } from './credit'
import { type Credited, NOTHING, sumCredited } from './credited'
import { MODELS, type Model } from './models'

/** What ROI sets against cost: revenue, or gross profit = revenue × margin (DOMAIN §9). */
export const GAINS = ['revenue', 'gross'] as const
export type Gain = (typeof GAINS)[number]

/** Gross margins in hundredths of a percent: 40.5 % is 4,050. Null: not entered. */
export type Margins = {
  readonly organisation: number | null
  readonly channels: Readonly<Record<string, number | null>>
}

/** A channel's margin: its own, else the organisation's. */
export function marginOf({ organisation, channels }: Margins, channelId: string): number | null {
  return channels[channelId] ?? organisation
}

/** Whether the switch to gross profit is on: every channel that is shown has a margin. */
export function hasMargins(margins: Margins, channelIds: readonly string[]): boolean {
  return channelIds.length > 0 && channelIds.every((id) => marginOf(margins, id) !== null)
}

/** Cost-effectiveness of a channel, or of all of them. Undefined ratios are null. */
export type Effect = {
  readonly credited: Credited
  /** Revenue, or gross profit. */
  readonly gain: number | null
  readonly cost: Cost
  /** Revenue ÷ cost. */
  readonly roas: number | null
  /** (Gain − cost) ÷ cost. */
  readonly roi: number | null
  /** Cost ÷ won deals credited. */
  readonly costPerWon: number | null
}

export type ChannelEffect = Effect & {
  readonly channelId: string
  /** Least and largest ROI over the models. */
  readonly roiRange: readonly [number, number] | null
}

export type EffectInput = {
  readonly comparison: Pick<Comparison, 'channels'>
  readonly model: Model
  readonly costs: ReadonlyMap<string, Cost>
  readonly margins: Margins
  readonly gain: Gain
}

/** Each channel that brought or cost something, in the comparison's order, those that only cost last. */
export function channelEffects(input: EffectInput): ChannelEffect[] {
  const { comparison, model, costs } = input
  const shown = new Set(comparison.channels.map(({ channelId }) => channelId))
  const onlyCost = [...costs].filter(([id, { amount }]) => !shown.has(id) && amount !== null && amount !== 0)
  return [
    ...comparison.channels.map((channel) =>
      effectOfChannel(channel.channelId, channel.byModel[model], rangeOver(channel, input), input),
    ),
    ...onlyCost.map(([id]) => effectOfChannel(id, NOTHING, [-1, -1], input)),
  ]
}

function effectOfChannel(
  channelId: string,
  credited: Credited | null,
  roiRange: ChannelEffect['roiRange'],
  { costs, margins, gain }: EffectInput,
): ChannelEffect {
  const cost = costs.get(channelId) ?? NO_COST
  const gained = credited && gainOf(credited.amount, channelId, margins, gain)
  return { channelId, roiRange: cost.amount ? roiRange : null, ...effectOf(credited ?? NOTHING, gained, cost) }
}

/** Gross profit is rounded to the minor unit, half away from zero. */
function gainOf(amount: number, channelId: string, margins: Margins, gain: Gain): number | null {
  if (gain === 'revenue') return amount
  const margin = marginOf(margins, channelId)
  if (margin === null) return null
  const size = (BigInt(Math.abs(amount)) * BigInt(margin) * 2n + 10_000n) / 20_000n
  return Math.sign(amount) * Number(size) || 0
}

function effectOf(credited: Credited, gain: number | null, cost: Cost): Effect {
  const { amount } = cost
  return {
    ...{ credited, gain, cost },
    roas: ratio(credited.amount, amount),
    roi: roiOf(gain, amount),
    costPerWon: ratio(amount, credited.dealParts / DEAL_PARTS),
  }
}

/** ROI = (gain − cost) ÷ cost. */
export function roiOf(gain: number | null, cost: number | null): number | null {
  return gain === null || cost === null ? null : ratio(gain - cost, cost)
}

function rangeOver({ channelId, byModel }: ChannelByModel, { costs, margins, gain }: EffectInput) {
  const cost = costs.get(channelId)?.amount ?? null
  const all = MODELS.flatMap((model) => {
    const credit = byModel[model]
    const roi = credit && roiOf(gainOf(credit.amount, channelId, margins, gain), cost)
    return roi === null ? [] : [roi]
  })
  return all.length === 0 ? null : ([Math.min(...all), Math.max(...all)] as const)
}

/** All channels together: sums first, ratios of the sums. A channel without a cost gives its revenue only. */
export function totalEffect(effects: readonly Effect[]): Effect {
  const costs = effects.map(({ cost }) => cost)
  const known = costs.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  const gains = effects.map(({ gain }) => gain)
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  return effectOf(
    sumCredited(effects.map(({ credited }) => credited)),
    gains.includes(null) ? null : sum(gains.map((gain) => gain ?? 0)),
    {
      amount: known.length === 0 ? null : sum(known),
      missing: [...new Set(costs.flatMap(({ missing }) => missing))].toSorted((a, b) => a - b),
    },
  )
}
