import { ENOUGH } from '#lib/forecast/observed'
import type { StageKey } from '#lib/funnel/stages'
import { exactPieces, type Piece, revenueIn, summed } from './bridge-pieces'
import { minus, numberOf, total } from './decimal'
import { isAwaited, type Ledger, type LedgerRow, MONTHS } from './ledger'
import type { ExactEffect } from './run-bridge'
import { partsOf } from './sections'

export type EffectKey = ExactEffect['key'] | 'existing' | 'salesSourced' | `unplanned:${string}` | 'unallocated'

/** One team's channel's part of an effect. Compared is planned ÷ base with actual ÷ base; without a base as they are. */
export type EffectPart = {
  readonly teamId: string
  /** Null for a line of revenue. */
  readonly channelId: string | null
  readonly amount: number
  readonly planned: number
  readonly actual: number
  /** Exposure of a rate, won deals of the deal size; null for a volume, a line or timing. */
  readonly base: number | null
}

export type Effect = {
  readonly key: EffectKey
  /** Money, unrounded. */
  readonly amount: number
  readonly byChannel: readonly EffectPart[]
  /** Something that can be worked on, with enough data to say so (DOMAIN §6). */
  readonly isLever: boolean
  /** Of a volume: what of it falls within the months compared, by the lags alone; the rest comes later. */
  readonly within: number | null
  /** A cell that it rests on is blank, which counts as 0 here (＊). */
  readonly isPartial: boolean
}

/** From planned to actual revenue of the months to the boundary, in effects that add up to the gap. */
export type Bridge = {
  readonly plan: number
  readonly actual: number
  /** actual − plan */
  readonly gap: number
  /** Index of the last month compared; −1: none. */
  readonly through: number
  /** Volumes and rates in funnel order, deal size, timing, the lines, channels without a plan, 未配分. */
  readonly effects: readonly Effect[]
  /** Ids of channels with a blank cell among the months compared. */
  readonly partialChannels: readonly string[]
}

/** 'kgi': all three lines; 'marketing': the channels alone. */
export type BridgeScope = 'kgi' | 'marketing'

const known = new WeakMap<Ledger, Map<string, Bridge>>()

/**
 * 差異の要因分解 (DOMAIN §6) of the year to the boundary, of one channel or of all. Exact decimals inside: the effects
 * add up to the gap for any data, and only the figures handed out are rounded to doubles. Remembered per ledger.
 */
export function bridgeOf(ledger: Ledger, channelId: string | null = null, scope: BridgeScope = 'kgi'): Bridge {
  const key = `${channelId} ${scope}`
  const ofLedger = known.get(ledger) ?? new Map<string, Bridge>()
  known.set(ledger, ofLedger)
  const bridge = ofLedger.get(key) ?? computed(ledger, channelId, scope)
  ofLedger.set(key, bridge)
  return bridge
}

function computed(ledger: Ledger, channelId: string | null, scope: BridgeScope): Bridge {
  const rows = revenueIn(ledger, channelId, scope)
  const pieces = exactPieces(ledger, channelId, scope)
  const [plan, actual] = [summed(rows, 'plan', ledger), summed(rows, 'actual', ledger)]
  const keys = [...new Set(pieces.map((piece) => piece.key))]
  const blank = partialIn(ledger)
  const partialChannels = new Set(blank.flatMap((row) => row.channelId ?? []))
  return {
    ...{ plan: numberOf(plan), actual: numberOf(actual), gap: numberOf(minus(actual, plan)) },
    through: ledger.actualsThrough,
    effects: inOrder(keys, ledger).map((key) =>
      effectOf(
        key,
        pieces.filter((piece) => piece.key === key),
        blank,
      ),
    ),
    partialChannels: partsOf(rows, ledger).flatMap(({ channelId: id }) => (id && partialChannels.has(id) ? [id] : [])),
  }
}

/** Rows that await a cell of the months compared. Cost is no part of a bridge. */
function partialIn({ rows, actualsThrough }: Ledger): LedgerRow[] {
  const isBlank = (row: LedgerRow) => MONTHS.some((m) => m <= actualsThrough && (row.actual[m] ?? null) === null)
  return rows.filter((row) => row.metric !== 'cost' && row.line !== 'unallocated' && isAwaited(row) && isBlank(row))
}

function effectOf(key: EffectKey, pieces: readonly Piece[], blank: readonly LedgerRow[]): Effect {
  const within = pieces.flatMap((piece) => piece.within ?? [])
  const line = isLine(key) ? key : 'channel'
  const rests = (row: LedgerRow) =>
    pieces.some((p) => row.line === line && row.teamId === p.teamId && row.channelId === p.channelId)
  const byChannel = pieces.map(({ teamId, channelId, amount, planned, actual, base }): EffectPart => {
    const compared = { planned: numberOf(planned), actual: numberOf(actual), base: base && numberOf(base) }
    return { teamId, channelId, amount: numberOf(amount), ...compared }
  })
  return {
    key,
    amount: numberOf(total(pieces.map((piece) => piece.amount))),
    byChannel,
    isLever: isLever(key, byChannel),
    within: within.length > 0 ? numberOf(total(within)) : null,
    isPartial: blank.some(rests),
  }
}

const isLine = (key: EffectKey): key is 'existing' | 'salesSourced' => key === 'existing' || key === 'salesSourced'

/**
 * Whether an effect, or a channel's part of it, may be named as a cause: volume, deal size and the two lines always, a
 * rate with enough exposure and not more than was due; timing and what has no plan never.
 */
export function isLever(key: EffectKey, parts: readonly EffectPart[]): boolean {
  if (!key.startsWith('rate:')) return isLine(key) || key === 'dealSize' || key.startsWith('volume:')
  const exposed = parts.reduce((sum, part) => sum + (part.base ?? 0), 0)
  return exposed >= ENOUGH && parts.reduce((sum, part) => sum + part.actual, 0) <= exposed
}

/** Volumes and rates from the top of the funnel down, then what belongs to no stage. */
function inOrder(keys: readonly EffectKey[], { stages }: Ledger): EffectKey[] {
  const order: readonly StageKey[] = stages.map((stage) => stage.key)
  const last = ['dealSize', 'timing', 'existing', 'salesSourced', 'unplanned', 'unallocated']
  const place = (key: EffectKey) => {
    const [kind = '', stage = ''] = key.split(':')
    if (kind === 'volume') return order.indexOf(stage)
    return kind === 'rate' ? order.length + order.indexOf(stage) : 2 * order.length + last.indexOf(kind)
  }
  return [...keys].sort((a, b) => place(a) - place(b))
}
