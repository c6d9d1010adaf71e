import type { Exact } from '#lib/exact'
import { type SalesCapacity, salesCapacity } from '#lib/funnel/capacity'
import { channelFaults } from '#lib/funnel/channel-faults'
import { type Calendars, channelPlanOf, faultsOf, type NextYear, scenarioOf } from '#lib/funnel/draft'
import type { PlanFault } from '#lib/funnel/fault'
import type { Goals } from '#lib/funnel/goals'
import { type ChannelFigures, type PlanFigures, planFigures, rememberedSteps } from '#lib/funnel/plan'
import { shareRemainder, shareWithRest } from '#lib/funnel/shares'
import type { StageKey } from '#lib/funnel/stages'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { remembered, sameWhileEqual } from '#lib/remembered'
import { withText } from './form-field'
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

/** The same of the year's goals: all that is typed beside the channels, and the goal's parts by month. */
export type PlanGoals = { readonly form: Omit<PlanForm, 'channels'>; readonly figures: Goals }

/** What one can listen to: the whole plan, its goals, the faults that show, or one channel by its place in the list. */
export type PlanPart = 'plan' | 'goals' | 'faults' | number

function partOf(state: PlanState, part: PlanPart): unknown {
  if (part === 'plan') return state
  if (part === 'goals') return state.goals
  return part === 'faults' ? state.shownFaults : state.channels[part]
}

/** Holds the state of one opened version, computes it anew in the browser at each key, and tells who listens. */
export class PlanStore {
  state: PlanState
  private readonly listeners = new Map<PlanPart, Set<() => void>>()
  private readonly read = rememberedReckoning()
  private readonly sameFaults = sameWhileEqual<PlanState['shownFaults']>()

  constructor(
    form: PlanForm,
    reason: string,
    private givens: PlanGivens,
  ) {
    this.state = this.withShownFaults({ ...this.read(form, givens), reason, withBlanks: false, typing: null })
  }

  /** Calls the listener when that part of the plan has changed; of some hundred that listen, a key concerns few. */
  subscribe(part: PlanPart, listener: () => void): () => void {
    const own = this.listeners.get(part) ?? new Set()
    this.listeners.set(part, own.add(listener))
    return () => own.delete(listener)
  }

  /** A text typed in a field, by its path in the draft. */
  type(field: string, text: string): void {
    this.replace((form) => withText(form, field, text))
  }

  change(part: Partial<PlanForm>): void {
    this.replace((form) => ({ ...form, ...part }))
  }

  changeChannel(channelId: string, part: Partial<ChannelForm>): void {
    const changed = (channel: ChannelForm) => (channel.channelId === channelId ? { ...channel, ...part } : channel)
    this.replace((form) => ({ ...form, channels: form.channels.map(changed) }))
  }

  replace(next: (form: PlanForm) => PlanForm): void {
    this.set(this.read(next(this.state.form), this.givens))
  }

  explain(reason: string): void {
    this.set({ reason })
  }

  /** After the server sent something newer than what the figures rest on. */
  regard(givens: PlanGivens): void {
    if (givens === this.givens) return
    this.givens = givens
    this.replace((form) => form)
  }

  enter(field: string): void {
    this.set({ typing: this.state.faults.has(field) ? null : field })
  }

  leave(): void {
    this.set({ typing: null })
  }

  nameBlanks(): void {
    this.set({ withBlanks: true })
  }

  private set(changed: Partial<PlanState>): void {
    const before = this.state
    this.state = this.withShownFaults({ ...before, ...changed })
    for (const [part, listeners] of this.listeners) {
      if (partOf(before, part) !== partOf(this.state, part)) for (const listener of listeners) listener()
    }
  }

  private withShownFaults(state: Omit<PlanState, 'shownFaults'>): PlanState {
    const { faults, withBlanks, typing } = state
    const shown = [...faults].filter(
      ([field, { message }]) => field !== typing && (withBlanks || !message.endsWith('Missing')),
    )
    return { ...state, shownFaults: this.sameFaults(Object.fromEntries(shown)) }
  }
}

type Read = Omit<PlanState, 'reason' | 'withBlanks' | 'typing' | 'shownFaults'>

/** Reads a form and computes what follows; what is equal to the last time is given as the same object. */
function rememberedReckoning(): (form: PlanForm, givens: PlanGivens) => Read {
  const reading = rememberedReading()
  const steps = rememberedSteps()
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
      faults: faultsByField(faultsOf(draft, stages, { goalsOnly, ofChannel }), unreadable),
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
