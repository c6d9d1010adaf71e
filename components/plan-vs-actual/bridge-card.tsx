'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { moneyUnitLabel } from '#lib/format'
import { type Bridge, bridgeOf } from '#lib/plan-vs-actual/bridge'
import { baseOf, type Step } from '../chart/waterfall'
import { WaterfallChart } from '../chart/waterfall-chart'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { BridgeChoice } from './bridge-choice'
import { bridgeScopes, type Explained } from './bridge-scopes'
import { BridgeSentences } from './bridge-sentences'
import { type BridgeStep, bridgeSteps } from './bridge-steps'
import { EvidenceLayer } from './evidence-layer'
import { figureText, monthsText } from './figure-text'
import { listOf } from './names'
import type { ScreenProps } from './screen-props'
import { useFigurePanel } from './use-figure-panel'

const addressOf = (step: Step) => `bridge|${step.key}`

/** 差異の要因分解: from planned to actual revenue of the months to date, and the largest lever in a sentence. */
export function BridgeCard(props: ScreenProps) {
  const { ledger, style, view } = props
  const t = useTranslations('plan-vs-actual')
  const scopes = useMemo(() => bridgeScopes(ledger, t), [ledger, t])
  const explained = scopes.find(({ key }) => key === view.bridge) ?? scopes[0]
  if (!explained) return null
  const period = ledger.actualsThrough < 0 ? [] : [monthsText(ledger.year, 0, ledger.actualsThrough, style.locale)]
  const hint = [explained.title, ...period, moneyUnitLabel(style.unit, style)].join(t('bridge.comma'))
  return (
    <Card
      title={t('bridge.title')}
      hint={hint}
      actions={<BridgeChoice scopes={scopes} chosen={explained.key} onChoose={(key) => view.change({ bridge: key })} />}
    >
      {ledger.actualsThrough < 0 ? (
        <p className="text-read text-text-2">{t('bridge.empty')}</p>
      ) : (
        <BridgeBody {...props} explained={explained} />
      )}
    </Card>
  )
}

function BridgeBody({ ledger, style, links, explained }: ScreenProps & { readonly explained: Explained }) {
  const t = useTranslations('plan-vs-actual')
  const { channelId, scope } = explained
  const bridge = useMemo(() => bridgeOf(ledger, channelId, scope), [ledger, channelId, scope])
  const steps = useMemo(() => bridgeSteps(bridge, { ledger, locale: style.locale, t }), [bridge, ledger, style, t])
  const formatStep = useMemo(
    () => (step: Step) => figureText('revenue', step.amount, style, step.kind !== 'total'),
    [style],
  )
  const panel = useFigurePanel()
  const shown = panel.figure?.isConnected ? stepAt(steps, panel.figure.dataset.figure) : null
  return (
    <>
      <BridgeSentences {...{ ledger, style, explained, bridge }} />
      {/* Positioned for its hidden table; on a phone nine bars and their names need more than the window. */}
      <div {...panel.regionProps} className="relative mt-1 overflow-x-auto overflow-y-hidden">
        <div className="min-w-130">
          <WaterfallChart
            label={t('bridge.alt', { title: explained.title, ...totals(bridge, formatStep) })}
            steps={steps}
            formatStep={formatStep}
            heads={[t('bridge.cause'), t('bridge.amount')]}
            addressOf={addressOf}
          />
        </div>
      </div>
      {baseOf(steps) !== 0 && <p className="mt-1.5 text-small text-text-3">{t('bridge.fromPlan')}</p>}
      <BlankNote bridge={bridge} ledger={ledger} style={style} />
      {panel.figure && shown && (
        <EvidenceLayer
          figure={panel.figure}
          of={{ kind: 'bridge', step: shown, ledger, style }}
          onClose={panel.close}
          panelProps={panel.panelProps}
          link={<TextLink href={links.actuals}>{t('evidence.toActuals')}</TextLink>}
        />
      )}
    </>
  )
}

function stepAt(steps: readonly BridgeStep[], address: string | undefined): BridgeStep | null {
  return steps.find((step) => addressOf(step) === address) ?? null
}

function totals({ plan, actual }: Bridge, format: (step: Step) => string) {
  const text = (amount: number) => format({ key: '', label: '', kind: 'total', amount })
  return { plan: text(plan), actual: text(actual) }
}

function BlankNote({ bridge, ledger, style }: Pick<ScreenProps, 'ledger' | 'style'> & { readonly bridge: Bridge }) {
  const t = useTranslations('plan-vs-actual')
  if (!bridge.effects.some((effect) => effect.isPartial)) return null
  const names = ledger.channels.filter(({ id }) => bridge.partialChannels.includes(id)).map(({ name }) => name)
  return (
    <p className="mt-1.5 text-small text-text-3">
      {names.length > 0 ? t('bridge.blanksIn', { channels: listOf(names, style.locale) }) : t('bridge.blanks')}
    </p>
  )
}
