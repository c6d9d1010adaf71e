import type { Basis, CreditRow } from './credit'
import { byChannel, type Credited, type CreditScope, creditedBy, NOTHING, sumCredited } from './credited'
import { MODELS, type Model, TOUCH_MODELS } from './models'

/** A channel's credit by one of the models that are farthest apart. */
export type Extreme = { readonly model: Model; readonly amount: number }

/** A channel under every model. Null: the model has no figures here (Markov outside won revenue, or not yet computed). */
export type ChannelByModel = {
  readonly channelId: string
  readonly byModel: Readonly<Record<Model, Credited | null>>
  /** Of equal ones the earlier model. */
  readonly least: Extreme
  readonly most: Extreme
}

/** What a channel is credited with by a model that knows no touches: Markov (DOMAIN §7). */
export type ChannelCredit = Credited & { readonly channelId: string }

export type Comparison = {
  /** The chosen model's largest first. */
  readonly channels: readonly ChannelByModel[]
  /** Revenue with a touch, by model; the same for all of them. */
  readonly withTouch: Readonly<Record<Model, Credited | null>>
  /** 接点なし. */
  readonly without: Credited
}

export type ComparisonSource = {
  /** Credits by channel, of every touch model. */
  readonly rows: readonly CreditRow[]
  /** Null: not computed. */
  readonly markov: readonly ChannelCredit[] | null
  /** Channels in the organisation's order: equal credits keep it. */
  readonly order: readonly string[]
}

/** All channels under all models, with the range of each. */
export function comparisonOf(
  { rows, markov, order }: ComparisonSource,
  question: CreditScope & { readonly basis: Basis; readonly chosen: Model },
): Comparison {
  const sums = new Map(
    TOUCH_MODELS.map((model) => [model as Model, creditedBy(rows, { ...question, model }, byChannel)]),
  )
  if (markov !== null) sums.set('markov', new Map(markov.map(({ channelId, ...credit }) => [channelId, credit])))
  const ids = new Set([...sums.values()].flatMap((channels) => [...channels.keys()].filter((id) => id !== null)))
  const ordered = [...order.filter((id) => ids.has(id)), ...[...ids].filter((id) => !order.includes(id))]
  const channels = ordered.map((channelId) => {
    const byModel = byModels((model) => (sums.has(model) ? (sums.get(model)?.get(channelId) ?? NOTHING) : null))
    return { channelId, byModel, ...extremesOf(byModel) }
  })
  const amount = ({ byModel }: ChannelByModel) => byModel[question.chosen]?.amount ?? byModel.linear?.amount ?? 0
  return {
    channels: channels.toSorted((a, b) => amount(b) - amount(a)),
    withTouch: byModels((model) =>
      sums.has(model) ? sumCredited(channels.map(({ byModel }) => byModel[model] ?? NOTHING)) : null,
    ),
    without: sums.get('linear')?.get(null) ?? NOTHING,
  }
}

function byModels<Value>(of: (model: Model) => Value): Readonly<Record<Model, Value>> {
  return Object.fromEntries(MODELS.map((model) => [model, of(model)])) as Record<Model, Value>
}

/** The models by which a channel gets least and most. */
function extremesOf(byModel: ChannelByModel['byModel']): Pick<ChannelByModel, 'least' | 'most'> {
  const known = MODELS.flatMap((model): Extreme[] => {
    const credit = byModel[model]
    return credit === null ? [] : [{ model, amount: credit.amount }]
  })
  const none: Extreme = { model: 'first', amount: 0 }
  return {
    least: known.reduce((least, each) => (each.amount < least.amount ? each : least), known[0] ?? none),
    most: known.reduce((most, each) => (each.amount > most.amount ? each : most), known[0] ?? none),
  }
}
