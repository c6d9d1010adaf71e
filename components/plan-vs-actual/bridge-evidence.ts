import { formatCount, formatRate } from '#lib/format'
import type { Effect, EffectPart } from '#lib/plan-vs-actual/bridge'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ratio } from '#lib/ratio'
import type { BridgeStep } from './bridge-steps'
import type { EvidenceLine, FigureEvidence } from './evidence'
import { type FigureStyle, figureWithUnit, rangeText } from './figure-text'
import type { Words } from './names'

type Context = { readonly ledger: Ledger; readonly style: FigureStyle; readonly t: Words }

const FORMULAS = ['plan', 'actual', 'volume', 'rate', 'dealSize', 'timing', 'existing', 'salesSourced', 'unplanned']

/** What a bar of the bridge rests on: its formula, each channel's part with plan and actual, and the months. */
export function bridgeEvidence(step: BridgeStep, context: Context): FigureEvidence {
  const { ledger, style, t } = context
  const [kind = ''] = step.key.split(':')
  const formula = FORMULAS.includes(kind) ? kind : 'unallocated'
  return {
    formula: t(`bridge.formulas.${formula}`),
    lines: [
      ...step.effects.flatMap((effect) => partsOf(effect, context)),
      { label: t('bridge.amount'), value: figureWithUnit('revenue', step.amount, style, step.kind !== 'total') },
      { label: t('evidence.period'), value: rangeText(ledger.year, 0, ledger.actualsThrough, style.locale) },
    ],
    remarks: [
      ...step.effects.flatMap((effect) => withinText(effect, context)),
      ...(step.effects.some((effect) => effect.isPartial) ? [t('bridge.blanks')] : []),
      ...(step.kind === 'quiet' ? [t('bridge.quiet')] : []),
      ...(kind === 'rate' && !step.effects.some((effect) => effect.isLever) ? [t('bridge.few')] : []),
    ],
  }
}

/** One line per channel: what was planned, what came, and the yen. Several teams' are one. */
function partsOf(effect: Effect, context: Context): EvidenceLine[] {
  const ids = [...new Set(effect.byChannel.map((part) => part.channelId))]
  return ids.map((id) => {
    const own = effect.byChannel.filter((part) => part.channelId === id)
    const channel = context.ledger.channels.find((each) => each.id === id)
    const label = channel?.name ?? context.t(id === null ? 'lines.actual' : 'unknownChannel')
    return { label, value: comparedText(effect, own, context) }
  })
}

function comparedText({ key }: Effect, parts: readonly EffectPart[], { style, t }: Context): string {
  const sum = (of: 'planned' | 'actual' | 'amount') => parts.reduce((all, part) => all + part[of], 0)
  const amount = figureWithUnit('revenue', sum('amount'), style, true)
  const [kind] = key.split(':')
  if (kind === 'timing') return amount
  const base = parts.reduce<number | null>((all, { base: own }) => (own === null ? all : (all ?? 0) + own), null)
  const write = (value: number) => {
    if (kind === 'volume') return formatCount(value, style)
    if (kind === 'rate') return formatRate(ratio(value, base), style)
    const each = kind === 'dealSize' ? ratio(value, base) : value
    return figureWithUnit('revenue', each, style)
  }
  return t('bridge.compared', { actual: write(sum('actual')), planned: write(sum('planned')), amount })
}

/** Of a volume: how much of it falls within the months compared; the rest comes later. */
function withinText({ within }: Effect, { style, t }: Context): string[] {
  return within === null ? [] : [t('bridge.within', { amount: figureWithUnit('revenue', within, style, true) })]
}
