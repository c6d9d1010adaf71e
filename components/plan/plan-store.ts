import type { Exact } from '#lib/exact'
import { type SalesCapacity, salesCapacity } from '#lib/funnel/capacity'
import { channelFaults } from '#lib/funnel/channel-faults'
import { type Calendars, channelPlanOf, faultsOf, type NextYear, scenarioOf } from '#lib/funnel/draft'
import type { PlanFault } from '#lib/funnel/fault'
import { type ChannelFigures, type PlanFigures, planFigures, rememberedSteps } from '#lib/funnel/plan'
import { shareRemainder } from '#lib/funnel/shares'
import type { StageKey } from '#lib/funnel/stages'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { remembered, sameWhileEqual } from '#lib/remembered'
import { withText } from './form-field'
import type { ChannelForm, PlanForm } from './plan-form'
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
  /** Each channel with both: what is assumed of it and what follows. */
  readonly channels: readonly PlanChannel[]
  readonly capacity: SalesCapacity | null
  /** 100 % − Σ shares, in percent. */
  readonly shareRest: Exact
  /** By field path; a text that cannot be read stands before what it would mean. */
  readonly faults: ReadonlyMap<string, PlanFault>
  /** Why this version was made; saved with it. */
  readonly reason: string
  /** Blank fields are named only once somebody asked to activate the plan. */
  readonly withBlanks: boolean
  /** The field under the cursor that had no fault when it was entered: a sentence waits until it is left. */
  readonly typing: string | null
}

export type PlanChannel = { readonly draft: ChannelDraft; readonly figures: ChannelFigures | undefined }

/** Holds the state of one opened version, computes it anew in the browser at each key, and tells who listens. */
export class PlanStore {
  state: PlanState
  private readonly listeners = new Set<() => void>()
  private readonly read = rememberedReckoning()

  constructor(
    form: PlanForm,
    reason: string,
    private givens: PlanGivens,
  ) {
    this.state = { ...this.read(form, givens), reason, withBlanks: false, typing: null }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
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

  private set(part: Partial<PlanState>): void {
    this.state = { ...this.state, ...part }
    for (const listener of this.listeners) listener()
  }
}

type Read = Omit<PlanState, 'reason' | 'withBlanks' | 'typing'>

/** Reads a form and computes what follows; what is equal to the last time is given as the same object. */
function rememberedReckoning(): (form: PlanForm, givens: PlanGivens) => Read {
  const reading = rememberedReading()
  const steps = rememberedSteps()
  const ofChannel = remembered(channelFaults, (_, at) => at)
  const planOf = remembered(channelPlanOf, ({ channelId }) => channelId)
  const withFigures = remembered(
    (draft: ChannelDraft, figures: PlanChannel['figures']): PlanChannel => ({ draft, figures }),
    ({ channelId }) => channelId,
  )
  const sameOrder = sameWhileEqual<readonly string[]>()
  const sameCapacity = sameWhileEqual<SalesCapacity | null>()
  const restOf = remembered(shareRemainder)
  return (form, { stages, decimals, nextYear, calendars, goalsOnly }) => {
    const { draft, unreadable } = readForm(form, decimals, reading)
    const figures = planFigures(scenarioOf(draft, stages, nextYear, calendars, planOf), steps)
    return {
      form,
      draft,
      unreadable,
      figures,
      channels: draft.channels.map((channel, i) => withFigures(channel, figures.channels[i])),
      order: sameOrder(draft.channels.map((channel) => channel.channelId)),
      capacity: sameCapacity(salesCapacity(draft, figures)),
      shareRest: restOf(draft.channels.map(({ share }) => ({ share }))),
      faults: faultsByField(faultsOf(draft, stages, { goalsOnly, ofChannel }), unreadable),
    }
  }
}

function faultsByField(faults: readonly PlanFault[], unreadable: Unreadable): ReadonlyMap<string, PlanFault> {
  const texts = Object.entries(unreadable).map(([field, message]): PlanFault => ({ field, message, values: {} }))
  return new Map([...faults, ...texts].map((fault) => [fault.field, fault]))
}
