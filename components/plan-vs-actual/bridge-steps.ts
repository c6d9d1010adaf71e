import type { Locale } from '#lib/format'
import type { Bridge, Effect, EffectKey } from '#lib/plan-vs-actual/bridge'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { Step } from '../chart/waterfall'
import { sectionName, type Words } from './names'

/** One bar of the bridge and the effects that it gathers: all unplanned channels are one bar. */
export type BridgeStep = Step & { readonly effects: readonly Effect[] }

type Naming = { readonly ledger: Pick<Ledger, 'stages'>; readonly locale: Locale; readonly t: Words }

/** What belongs together on one bar; what is no lever stands last. */
const QUIET = ['timing', 'unallocated']

/** The bridge as bars: plan, volume, rates, deal size, lines, what is no lever, actual. */
export function bridgeSteps(bridge: Bridge, naming: Naming): BridgeStep[] {
  const { t } = naming
  const groups = new Map<string, Effect[]>()
  for (const effect of bridge.effects) {
    const key = barOf(effect.key)
    groups.set(key, [...(groups.get(key) ?? []), effect])
  }
  const steps = [...groups].map(([key, effects]): BridgeStep => {
    const amount = effects.reduce((sum, effect) => sum + effect.amount, 0)
    return {
      key,
      label: breakable(stepName(key, naming)),
      kind: QUIET.includes(key) ? 'quiet' : 'effect',
      amount,
      effects,
    }
  })
  const total = (key: 'plan' | 'actual'): BridgeStep => {
    return { key, label: t(`lines.${key}`), kind: 'total', amount: bridge[key], effects: [] }
  }
  const [levers, quiet] = [steps.filter((step) => step.kind !== 'quiet'), steps.filter((step) => step.kind === 'quiet')]
  return [total('plan'), ...levers, ...quiet, total('actual')]
}

function barOf(key: EffectKey): string {
  const [kind = ''] = key.split(':')
  return kind === 'unplanned' ? kind : key
}

/** リード数, 商談→受注率, 単価 … A rate may break after its arrow. */
function stepName(key: string, { ledger, locale, t }: Naming): string {
  const [kind = '', stage = ''] = key.split(':')
  if (kind === 'volume') return t('bridge.subject.volume', { stage: sectionName(stage, ledger, locale) })
  if (kind !== 'rate') return t(`bridge.steps.${kind}`)
  const from = ledger.stages[ledger.stages.findIndex((each) => each.key === stage) - 1]?.key ?? ''
  return t('bridge.steps.rate', { from: sectionName(from, ledger, locale), to: sectionName(stage, ledger, locale) })
}

/** A long Latin word may break in its middle: a bar is narrower than Opportunities. */
function breakable(label: string): string {
  return label.replace(/[A-Za-z]{11,}/g, (word) => {
    const middle = Math.floor(word.length * 0.4)
    return `${word.slice(0, middle)}\u00ad${word.slice(middle)}`
  })
}
