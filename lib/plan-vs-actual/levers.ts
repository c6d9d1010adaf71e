import type { StageKey } from '#lib/funnel/stages'
import { ratio } from '#lib/ratio'
import { type BridgeScope, bridgeOf, type Effect, type EffectPart, isLever } from './bridge'
import type { Ledger } from './ledger'

/** A cause of the gap that can be worked on, with what was planned and what came. */
export type Lever = {
  readonly kind: 'volume' | 'rate' | 'dealSize' | 'existing' | 'salesSourced'
  /** Entry stage of a volume; the stage that a rate leads to. */
  readonly stage: StageKey | null
  /** Stage that a rate starts from. */
  readonly from: StageKey | null
  /** Null when it is the total over channels, or a line of revenue. */
  readonly channelId: string | null
  readonly amount: number
  /** Counts of a volume, rates, deal sizes, or revenue of a line; null where nothing was due. */
  readonly planned: number | null
  readonly actual: number | null
  /** actual ÷ planned */
  readonly ratio: number | null
  readonly byChannel: readonly EffectPart[]
}

export type Levers = {
  /** The largest single-channel effect, or line of revenue, in the direction of the gap. */
  readonly first: Lever | null
  /** The largest total of a stage against it; where no stage is against it, the larger of the lines that are. */
  readonly second: Lever | null
}

const KINDS = ['volume', 'rate', 'dealSize', 'existing', 'salesSourced'] as const

/** What the sentence above the bridge names (DOMAIN §6). Both null when there is no gap. */
export function leversOf(ledger: Ledger, channelId: string | null = null, scope: BridgeScope = 'kgi'): Levers {
  const { gap, effects } = bridgeOf(ledger, channelId, scope)
  const direction = Math.sign(gap)
  const single = effects.flatMap((effect) =>
    channelsOf(effect).flatMap((parts) => leverOf(effect, parts, parts[0]?.channelId ?? null, ledger)),
  )
  const totals = effects.flatMap((effect) => leverOf(effect, effect.byChannel, null, ledger))
  const isStage = ({ kind }: Lever) => kind !== 'existing' && kind !== 'salesSourced'
  return {
    first: largest(single, direction),
    second: largest(totals.filter(isStage), -direction) ?? largest(totals, -direction),
  }
}

/** An effect's parts by channel: several teams' are one; a line of revenue is one as well. */
function channelsOf({ byChannel }: Effect): EffectPart[][] {
  const ids = new Set(byChannel.map((part) => part.channelId))
  return [...ids].map((id) => byChannel.filter((part) => part.channelId === id))
}

function leverOf(effect: Effect, parts: readonly EffectPart[], channelId: string | null, { stages }: Ledger): Lever[] {
  const [name, stage = null] = effect.key.split(':')
  const kind = KINDS.find((each) => each === name)
  if (kind === undefined || !isLever(effect.key, parts)) return []
  const at = stages.findIndex((each) => each.key === stage)
  const from = kind === 'rate' ? (stages[at - 1]?.key ?? null) : null
  const [planned, actual] = [comparedIn(parts, 'planned'), comparedIn(parts, 'actual')]
  const amount = parts.reduce((sum, part) => sum + part.amount, 0)
  return [{ kind, stage, from, channelId, amount, planned, actual, ratio: ratio(actual, planned), byChannel: parts }]
}

function comparedIn(parts: readonly EffectPart[], of: 'planned' | 'actual'): number | null {
  const sum = parts.reduce((all, part) => all + part[of], 0)
  const based = parts.filter((part) => part.base !== null)
  return based.length === 0
    ? sum
    : ratio(
        sum,
        based.reduce((all, part) => all + (part.base ?? 0), 0),
      )
}

function largest(levers: readonly Lever[], direction: number): Lever | null {
  if (direction === 0) return null
  return levers.reduce<Lever | null>(
    (best, lever) => (lever.amount * direction > (best === null ? 0 : best.amount * direction) ? lever : best),
    null,
  )
}
