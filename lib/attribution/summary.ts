import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ratio } from '#lib/ratio'
import type { Booked } from './booked'
import { type CampaignEffect, campaignEffects } from './campaign-effects'
import { cohortRipeness, isUnripe } from './cohort-ripeness'
import { type ChannelCredit, type Comparison, comparisonOf } from './comparison'
import { channelCosts } from './costs'
import { type CreditRow, DEAL_PARTS } from './credit'
import { byChannel, type Credited, type CreditScope, creditedBy, NOTHING, sumCredited } from './credited'
import { type ChannelEffect, channelEffects, type Effect, type Gain, type Margins, totalEffect } from './effect'
import type { Model } from './models'
import { bookedIn, type Reconciliation, reconciled } from './reconciliation'
import { type RestatedChannel, restatedChannels } from './restated-channels'
import type { Effort } from './view-period'

/** What the database says of a period. */
export type AttributionSource = {
  /** Credits by channel as they are shown: of closed months as frozen. */
  readonly shown: readonly CreditRow[]
  /** The same by today's records. */
  readonly current: readonly CreditRow[]
  /** Credits of campaigns by the chosen model, as they are shown. */
  readonly campaigns: readonly CreditRow[]
  /** Null: still to be computed. */
  readonly markov: readonly ChannelCredit[] | null
  readonly booked: readonly Booked[]
}

/** What the figures are seen against. */
export type AttributionContext = {
  readonly ledger: Ledger
  /** Finished months, as indexes of the year. */
  readonly months: readonly number[]
  readonly channels: readonly { readonly id: string; readonly isMarketing: boolean }[]
  readonly margins: Margins
}

export type AttributionChoice = CreditScope & {
  readonly model: Model
  readonly effort: Effort
  readonly gain: Gain
}

/** Pipeline that a channel is credited with. */
export type PipelineCredit = { readonly created: Credited; readonly open: Credited }

/** All figures of the screen. */
export type AttributionSummary = {
  readonly comparison: Comparison
  readonly reconciliation: Reconciliation
  /** What marketing's channels are credited with by the chosen model, and its share of what is booked. */
  readonly marketing: Credited & { readonly share: number | null }
  /** Marketing's channels first. */
  readonly effects: readonly ChannelEffect[]
  /** Marketing's channels together: the same amount as `marketing` where both count the same months. */
  readonly total: Effect
  /** New customers that the cost is divided by; null where the view counts none. */
  readonly newCustomers: number | null
  /** Marketing cost ÷ new customers. */
  readonly cac: number | null
  /** By channel; null: no plan says how long it takes. Empty by period, where nothing is unripe. */
  readonly ripeness: Readonly<Record<string, number | null>>
  /** 未成熟: leads of a marketing channel have not had their time, so the total says nothing final either. */
  readonly isTotalUnripe: boolean
  readonly pipeline: Readonly<Record<string, PipelineCredit>>
  readonly campaigns: readonly CampaignEffect[]
  /** By the chosen model. */
  readonly restated: readonly RestatedChannel[]
}

/** The screen's figures (DOMAIN §7, §9), of a model, months and customers. */
export function summaryOf(
  source: AttributionSource,
  context: AttributionContext,
  choice: AttributionChoice,
): AttributionSummary {
  const { ledger, months, channels, margins } = context
  const order = channels.map(({ id }) => id)
  const { model, effort, gain } = choice
  const { markov } = source
  const comparison = comparisonOf({ rows: source.shown, markov, order }, { ...choice, basis: 'won', chosen: model })
  const compared =
    effort === 'period'
      ? comparison
      : comparisonOf({ rows: source.current, markov: null, order }, { ...choice, basis: 'cohort', chosen: model })
  const costs = channelCosts(ledger, months)
  const isMarketing = marketingIn(context)
  const effects = channelEffects({ comparison: compared, model, costs, margins, gain })
  const ofMarketing = effects.filter(({ channelId }) => isMarketing(channelId))
  const total = totalEffect(ofMarketing)
  const newCustomers = newCustomersOf(source, choice)
  const ripeness = effort === 'cohort' ? Object.fromEntries(cohortRipeness(ledger, months)) : {}
  return {
    comparison,
    reconciliation: reconciliationOf(source, comparison, choice),
    marketing: marketingOf(source, comparison, context, choice),
    effects: [...ofMarketing, ...effects.filter(({ channelId }) => !isMarketing(channelId))],
    ...{ total, newCustomers, cac: ratio(total.cost.amount, newCustomers) },
    ripeness,
    isTotalUnripe: ofMarketing.some(({ channelId }) => isUnripe(ripeness[channelId])),
    pipeline: pipelineOf(source.current, choice),
    campaigns: campaignEffects(source.campaigns, ledger, months, choice),
    restated: restatedChannels(source, { ...choice, basis: 'won' }),
  }
}

/** Models differ in how they share, never in how much: any touch model says what has a touch. */
function reconciliationOf({ current, booked }: AttributionSource, comparison: Comparison, choice: AttributionChoice) {
  const all = creditedBy(current, { ...choice, basis: 'won', model: 'linear' }, () => null)
  return reconciled({
    booked: bookedIn(booked, choice),
    withTouch: comparison.withTouch.linear ?? NOTHING,
    without: comparison.without,
    live: all.get(null) ?? NOTHING,
  })
}

function marketingIn({ channels }: Pick<AttributionContext, 'channels'>): (channelId: string) => boolean {
  const ids = new Set(channels.filter((channel) => channel.isMarketing).map(({ id }) => id))
  return (channelId) => ids.has(channelId)
}

function marketingOf(
  { booked }: AttributionSource,
  { channels }: Comparison,
  context: AttributionContext,
  choice: AttributionChoice,
) {
  const isMarketing = marketingIn(context)
  const credited = sumCredited(
    channels.flatMap(({ channelId, byModel }) => (isMarketing(channelId) ? [byModel[choice.model] ?? NOTHING] : [])),
  )
  return { ...credited, share: ratio(credited.amount, bookedIn(booked, choice).amount) }
}

/** Deals of accounts that had won nothing before: won in the months, or so far by the leads of the months. */
function newCustomersOf({ booked, current }: AttributionSource, choice: AttributionChoice): number | null {
  if (choice.customers === 'existing') return null
  const ofNew = { ...choice, customers: 'new' } as const
  if (choice.effort === 'period') return bookedIn(booked, ofNew).dealParts / DEAL_PARTS
  const cohort = creditedBy(current, { ...ofNew, basis: 'cohort', model: 'linear' }, () => null)
  return (cohort.get(null) ?? NOTHING).dealParts / DEAL_PARTS
}

/** Created in the months, and what of it is open; Markov credits revenue only. */
function pipelineOf(rows: readonly CreditRow[], choice: AttributionChoice): Record<string, PipelineCredit> {
  const created = creditedBy(rows, { ...choice, basis: 'created' }, byChannel)
  const open = creditedBy(rows, { ...choice, basis: 'open' }, byChannel)
  const ids = [...new Set([...created.keys(), ...open.keys()])].filter((id) => id !== null)
  return Object.fromEntries(
    ids.map((id) => [id, { created: created.get(id) ?? NOTHING, open: open.get(id) ?? NOTHING }]),
  )
}
