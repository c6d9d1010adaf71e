import type { Exact } from '#lib/exact'
import { type SalesCapacity, salesCapacity } from '#lib/funnel/capacity'
import { channelFaults } from '#lib/funnel/channel-faults'
import { type Calendars, channelPlanOf, faultsOf, goalsFaults, type NextYear, scenarioOf } from '#lib/funnel/draft'
import type { PlanFault } from '#lib/funnel/fault'
import type { Goals } from '#lib/funnel/goals'
import { type ChannelFigures, type PlanFigures, planFigures, rememberedSteps } from '#lib/funnel/plan'
import { shareRemainder, shareWithRest } from '#lib/funnel/shares'
import type { StageKey } from '#lib/funnel/stages'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { remembered, sameWhileEqual } from '#lib/remembered'
import { type ChannelForm, hasGoal, type PlanForm } from './plan-form'
import { readForm, rememberedReading, type Unreadable } from './read-form'

/** What figures and faults depend on beside the form. */
export type PlanGivens = {
  readonly stages: readonly StageKey[]
  /** Decimals of the currency's minor unit. */
  readonly decimals: number
  readonly nextYear: NextYear | null
  readonly calendars: Calendars
  /** The root team beside other teams plans no channels. */
  readonly goalsOnly: boolean
}

/** The texts of one version's form and everything that follows from them. What a key did not change is the same object. */
export type PlanState = {
  readonly form: PlanForm
  readonly draft: PlanDraft
  readonly unreadable: Unreadable
  /** Ids of the plan's channels in the order of the form, of the draft and of the figures. */
  readonly order: readonly string[]
  readonly figures: PlanFigures
  readonly channels: readonly PlanChannel[]
  readonly goals: PlanGoals
  readonly capacity: SalesCapacity | null
  /** 100 % − Σ shares, in percent. */
  readonly shareRest: Exact
  /** By field path; a text that cannot be read stands before what it would mean. */
  readonly faults: ReadonlyMap<string, PlanFault>
  /** Those of them that stand at their fields now. */
  readonly shownFaults: Readonly<Record<string, PlanFault>>
  /** Why this version was made; saved with it. */
  readonly reason: string
  /** Blank fields are named only once somebody asked to activate the plan. */
  readonly withBlanks: boolean
  /** The field under the cursor that had no fault when it was entered: a sentence waits until it is left. */
  readonly typing: string | null
}

/** All that the screen knows of one channel: the texts typed, what is assumed by them, and what follows. */
export type PlanChannel = {
  readonly form: ChannelForm
  readonly draft: ChannelDraft
  readonly figures: ChannelFigures | undefined
  /** Its part of marketing's goal; null while there is no goal at all. */
  readonly revenue: number | null
  /** The share that it has once it takes what is left to 100 %; null when nothing is left, or too little to take. */
  readonly shareWithRest: string | null
}

/** What is assumed of a channel: as typed and as read. */
export type PlanAssumed = Pick<PlanChannel, 'form' | 'draft'>

/** The same of the year's goals: all that is typed beside the channels, and the goal's parts by month. */
export type PlanGoals = { readonly form: Omit<PlanForm, 'channels'>; readonly figures: Goals }

type Read = Omit<PlanState, 'reason' | 'withBlanks' | 'typing' | 'shownFaults'>

/** Reads a form and computes what follows; what is equal to the last time is given as the same object. */
export function rememberedReckoning(): (form: PlanForm, givens: PlanGivens) => Read {
  const reading = rememberedReading()
  const steps = rememberedSteps()
  const ofGoals = remembered(goalsFaults)
  const ofChannel = remembered(channelFaults, (_, at) => at)
  const planOf = remembered(channelPlanOf, ({ channelId }) => channelId)
  const sameGoals = sameWhileEqual<PlanGoals>()
  const planChannel = remembered(planChannelOf, ({ channelId }) => channelId)
  const sameOrder = sameWhileEqual<readonly string[]>()
  const sameCapacity = sameWhileEqual<SalesCapacity | null>()
  const restOf = remembered((shares: readonly ChannelDraft['share'][]) =>
    shareRemainder(shares.map((share) => ({ share }))),
  )
  return (form, { stages, decimals, nextYear, calendars, goalsOnly }) => {
    const { draft, unreadable } = readForm(form, decimals, reading)
    const figures = planFigures(scenarioOf(draft, stages, nextYear, calendars, planOf), steps)
    const { channels: _, ...goalsForm } = form
    const { channels: __, ...goals } = figures
    const shareRest = restOf(draft.channels.map(({ share }) => share))
    const known = hasGoal(figures)
    return {
      form,
      draft,
      unreadable,
      figures,
      channels: form.channels.flatMap((texts, i) => {
        const channel = draft.channels[i]
        return channel ? planChannel(texts, channel, figures.channels[i], known, shareRest) : []
      }),
      order: sameOrder(draft.channels.map((channel) => channel.channelId)),
      capacity: sameCapacity(salesCapacity(draft, figures)),
      goals: sameGoals({ form: goalsForm, figures: goals }),
      shareRest,
      faults: faultsByField(faultsOf(draft, stages, { goalsOnly, ofGoals, ofChannel }), unreadable),
    }
  }
}

function planChannelOf(
  form: ChannelForm,
  draft: ChannelDraft,
  figures: ChannelFigures | undefined,
  hasGoal: boolean,
  shareRest: Exact,
): PlanChannel {
  const revenue = hasGoal ? (figures?.revenue ?? null) : null
  return { form, draft, figures, revenue, shareWithRest: shareWithRest(shareRest, draft.share) }
}

function faultsByField(faults: readonly PlanFault[], unreadable: Unreadable): ReadonlyMap<string, PlanFault> {
  const texts = Object.entries(unreadable).map(([field, message]): PlanFault => ({ field, message, values: {} }))
  return new Map([...faults, ...texts].map((fault) => [fault.field, fault]))
}
