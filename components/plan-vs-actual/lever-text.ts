import { formatMultiple, formatRatio } from '#lib/format'
import { stageName } from '#lib/metrics'
import type { EffectPart } from '#lib/plan-vs-actual/bridge'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { Lever } from '#lib/plan-vs-actual/levers'
import { type FigureStyle, figureText, figureWithUnit } from './figure-text'
import { rateName, type Words } from './names'

type Context = { readonly ledger: Pick<Ledger, 'stages' | 'channels'>; readonly style: FigureStyle; readonly t: Words }

/** From this many times the plan on, a lever is told as a multiple: 計画の2.5倍. */
const MULTIPLE = 2

/** A lever's sentence in pieces: what moved, how, the yen, and where. The yen is set apart because it is coloured. */
export type LeverText = {
  /** セミナーのリード数 */
  readonly subject: string
  /** が計画の2.5倍となり */
  readonly how: string
  /** +22.9百万円 */
  readonly amount: string
  readonly isGain: boolean
  /** （セミナー −3.2、Web −1.9）; '' for a single channel. */
  readonly where: string
}

/** The first sentence's pieces: one channel's lever, with how it stands to its plan. */
export function firstLever(lever: Lever, context: Context): LeverText {
  const { t } = context
  const channel = context.ledger.channels.find((each) => each.id === lever.channelId)
  const own = subjectOf(lever, context)
  const subject = channel ? t('bridge.ofChannel', { channel: channel.name, what: own }) : own
  return { subject, how: howOf(lever, context), where: '', ...amountOf(lever.amount, context.style) }
}

/** The second sentence's pieces: a stage's total against the gap, with its channels in brackets. */
export function secondLever(lever: Lever, context: Context): LeverText {
  const { t } = context
  const isGain = lever.amount > 0
  const how = t(`bridge.${isGain ? 'gain' : 'loss'}.${lever.kind === 'dealSize' ? 'dealSize' : 'other'}`)
  const places = placesOf(lever.byChannel, context)
  const where = places.length > 1 ? t('bridge.where', { list: places.join(t('bridge.comma')) }) : ''
  return { subject: subjectOf(lever, context), how, where, ...amountOf(lever.amount, context.style) }
}

function amountOf(amount: number, style: FigureStyle): Pick<LeverText, 'amount' | 'isGain'> {
  return { amount: figureWithUnit('revenue', amount, style, true), isGain: amount > 0 }
}

function subjectOf({ kind, stage, from }: Lever, { ledger, style, t }: Context): string {
  const name = (key: string | null) => {
    const found = ledger.stages.find((each) => each.key === key)
    return found ? stageName(found, style.locale) : ''
  }
  if (kind === 'volume') return t('bridge.subject.volume', { stage: name(stage) })
  if (kind === 'rate') return rateName(from ?? '', stage ?? '', ledger, style.locale, t)
  return t(`bridge.subject.${kind}`)
}

function howOf({ amount, ratio }: Lever, { style, t }: Context): string {
  const direction = amount > 0 ? 'above' : 'below'
  if (ratio === null) return t(`bridge.how.${direction}`)
  if (ratio >= MULTIPLE) return t('bridge.how.times', { ratio: formatMultiple(ratio, style) })
  return t(`bridge.how.${direction}Ratio`, { ratio: formatRatio(ratio, style) })
}

/** Each channel's amount, the largest first; several teams' are one. */
function placesOf(parts: readonly EffectPart[], { ledger, style }: Context): string[] {
  return ledger.channels
    .map(({ id, name }) => {
      const own = parts.filter((part) => part.channelId === id)
      return { name, own: own.length, amount: own.reduce((sum, part) => sum + part.amount, 0) }
    })
    .filter(({ own, amount }) => own > 0 && figureText('revenue', amount, style) !== figureText('revenue', 0, style))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .map(({ name, amount }) => `${name} ${figureText('revenue', amount, style, true)}`)
}
