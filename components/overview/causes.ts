import type { EffectPart } from '#lib/plan-vs-actual/bridge'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { BridgeStep } from '../plan-vs-actual/bridge-steps'

/** One bar of the card: an effect of the bridge, or the small ones together. */
export type Cause = {
  readonly key: string
  readonly label: string
  readonly amount: number
  /** Not among what can be worked on: drawn hatched and grey. */
  readonly isQuiet: boolean
  /** Channels with most of it, the largest first; of 'others' the effects that it gathers. */
  readonly parts: readonly { readonly name: string; readonly amount: number }[]
  /** Of a line of revenue: what was planned and what came. */
  readonly compared: { readonly planned: number; readonly actual: number } | null
  /** How many effects stand behind 'others'; 0 otherwise. */
  readonly gathered: number
}

/** As many bars as the card has room for; what is left becomes one. */
const SHOWN = 4

/** The effects of a bridge, the largest first, and the rest as one: together they are the gap. */
export function causesOf(steps: readonly BridgeStep[], ledger: Pick<Ledger, 'channels'>): Cause[] {
  const effects = steps
    .filter((step) => step.kind !== 'total' && step.amount !== 0)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  const isRoom = effects.length <= SHOWN + 1
  const shown = isRoom ? effects : effects.slice(0, SHOWN)
  const rest = isRoom ? [] : effects.slice(SHOWN)
  return [...shown.map((step) => causeOf(step, ledger)), ...(rest.length > 0 ? [others(rest)] : [])]
}

function causeOf({ key, label, amount, kind, effects }: BridgeStep, ledger: Pick<Ledger, 'channels'>): Cause {
  const parts = effects.flatMap((effect) => effect.byChannel)
  const isLine = key === 'existing' || key === 'salesSourced'
  const sum = (of: 'planned' | 'actual') => parts.reduce((all, part) => all + part[of], 0)
  return {
    ...{ key, label: label.replace('\u200b', ''), amount, isQuiet: kind === 'quiet', gathered: 0 },
    parts: isLine ? [] : byChannel(parts, ledger),
    compared: isLine ? { planned: sum('planned'), actual: sum('actual') } : null,
  }
}

/** Several teams' parts of a channel are one. */
function byChannel(parts: readonly EffectPart[], { channels }: Pick<Ledger, 'channels'>): Cause['parts'] {
  const amountIn = (id: string) => parts.reduce((sum, part) => (part.channelId === id ? sum + part.amount : sum), 0)
  return channels
    .map(({ id, name }) => ({ name, amount: amountIn(id) }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
}

function others(rest: readonly BridgeStep[]): Cause {
  return {
    ...{ key: 'others', label: '', isQuiet: false, compared: null, gathered: rest.length },
    amount: rest.reduce((sum, step) => sum + step.amount, 0),
    parts: rest.map(({ label, amount }) => ({ name: label.replace('\u200b', ''), amount })),
  }
}
