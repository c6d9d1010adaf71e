import type { Goals } from '#lib/funnel/goals'
import type { StageKey } from '#lib/funnel/stages'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import type { Channel } from '#lib/organisation'
import { amountText, percentText } from './field-text'

/** A plan as it stands in the form: every figure is the text that was typed, so that none is lost. */
export type PlanForm = {
  readonly revenueGoal: string
  readonly existing: string
  readonly salesSourced: string
  readonly spread: {
    readonly kind: PlanDraft['spread']['kind']
    readonly weights: readonly string[]
    readonly amounts: readonly string[]
  }
  readonly nextYearGrowth: string
  readonly rounding: PlanDraft['rounding']
  readonly salesPeople: string
  readonly opportunitiesPerPerson: string
  readonly channels: readonly ChannelForm[]
}

export type ChannelForm = {
  readonly channelId: string
  readonly share: string
  readonly entry: StageKey
  /** By the stage that is reached; kept also for stages before the entry. A measured curve stays a list. */
  readonly rates: Readonly<Record<StageKey, string>>
  readonly lags: Readonly<Record<StageKey, string | readonly string[]>>
  readonly dealSize: string
  readonly unitCostStage: StageKey | null
  readonly unitCost: string
  readonly fixedCostPerMonth: string
  readonly scheduled: boolean
  /** Set by a button, never typed: the fraction '0.032', or null. */
  readonly entryUplift: string | null
  readonly note: string
}

/** Whether there is a goal at all: before that nothing follows from it, which is not 0. */
export const hasGoal = (figures: Pick<Goals, 'goalByMonth'>): boolean => figures.goalByMonth.some((goal) => goal > 0)

const TWELVE = Array.from({ length: 12 }, () => '')

/** The form of a saved draft. */
export function formOf(draft: PlanDraft, currency: string): PlanForm {
  const { spread } = draft
  const values = spread.values.map((value) => value ?? '')
  return {
    revenueGoal: amountText(draft.revenueGoal, currency),
    existing: amountText(draft.existing, currency),
    salesSourced: amountText(draft.salesSourced, currency),
    spread: {
      kind: spread.kind,
      weights: spread.kind === 'weights' ? values : TWELVE.map(() => '1'),
      amounts:
        spread.kind === 'amounts'
          ? values.map((text) => amountText(text === '' ? null : Number(text), currency))
          : TWELVE,
    },
    nextYearGrowth: draft.nextYearGrowth === null ? '' : percentText(draft.nextYearGrowth),
    rounding: draft.rounding,
    salesPeople: draft.salesPeople?.toString() ?? '',
    opportunitiesPerPerson: draft.opportunitiesPerPerson ?? '',
    channels: draft.channels.map((channel) => channelFormOf(channel, currency)),
  }
}

function channelFormOf(channel: ChannelDraft, currency: string): ChannelForm {
  const rates = channel.transitions.map(({ to, rate }) => [to, rate === null ? '' : percentText(rate)] as const)
  return {
    channelId: channel.channelId,
    share: channel.share === null ? '' : percentText(channel.share),
    entry: channel.entry,
    rates: Object.fromEntries(rates),
    lags: Object.fromEntries(channel.transitions.map(({ to, lag }) => [to, lag ?? ''])),
    dealSize: amountText(channel.dealSize, currency),
    unitCostStage: channel.unitCostStage,
    unitCost: amountText(channel.unitCost, currency),
    fixedCostPerMonth: amountText(channel.fixedCostPerMonth, currency),
    scheduled: channel.scheduled,
    entryUplift: channel.entryUplift,
    note: channel.note ?? '',
  }
}

/** A channel as it joins a plan: no rate is assumed, and no delay. */
export function newChannelForm(
  channelId: string,
  entry: StageKey,
  stages: readonly StageKey[],
  share: string,
): ChannelForm {
  return {
    channelId,
    share,
    entry,
    rates: {},
    lags: Object.fromEntries(stages.map((stage) => [stage, '0'])),
    dealSize: '',
    unitCostStage: null,
    unitCost: '',
    fixedCostPerMonth: '',
    scheduled: false,
    entryUplift: null,
    note: '',
  }
}

/** The form of a plan that does not exist yet: the first channel takes all, months are equal, nothing is assumed. */
export function blankForm(
  first: { readonly id: string; readonly defaultEntry: StageKey } | null,
  stages: readonly StageKey[],
): PlanForm {
  return {
    revenueGoal: '',
    existing: '0',
    salesSourced: '0',
    spread: { kind: 'weights', weights: TWELVE.map(() => '1'), amounts: TWELVE },
    nextYearGrowth: '0',
    rounding: 'stage',
    salesPeople: '',
    opportunitiesPerPerson: '',
    channels: first ? [newChannelForm(first.id, first.defaultEntry, stages, '100')] : [],
  }
}

/**
 * Last year's plan as the form of a new one: its goals stand as they were, its uplifts go (they closed that year), and
 * so do channels that are archived. `goalsOnly`: the root team beside other teams takes no channels over.
 */
export function copiedForm(
  draft: PlanDraft,
  currency: string,
  channels: readonly Pick<Channel, 'id' | 'archivedAt'>[],
  goalsOnly: boolean,
): PlanForm {
  const form = formOf(draft, currency)
  const stands = new Set(channels.filter((channel) => channel.archivedAt === null).map((channel) => channel.id))
  const kept = goalsOnly ? [] : form.channels.filter((channel) => stands.has(channel.channelId))
  return { ...form, channels: kept.map((channel) => ({ ...channel, entryUplift: null })) }
}
