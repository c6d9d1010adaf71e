import { sameWhileEqual } from '#lib/remembered'
import { withText } from './form-field'
import type { ChannelForm, PlanForm } from './plan-form'
import { type PlanGivens, type PlanState, rememberedReckoning } from './plan-state'

/**
 * What one can listen to: the whole plan, its goals, the faults that show, one channel by its place in the list, or
 * what is assumed of it alone.
 */
export type PlanPart = 'plan' | 'goals' | 'faults' | `${'channel' | 'assumed'} ${number}`

function partOf(state: PlanState, part: PlanPart): unknown {
  if (part === 'plan') return state
  if (part === 'goals') return state.goals
  if (part === 'faults') return state.shownFaults
  const [kind, index] = part.split(' ')
  // A form that was typed in is read as another draft.
  return (kind === 'channel' ? state.channels : state.draft.channels)[Number(index)]
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
