import { useTranslations } from 'next-intl'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { type Bridge, bridgeOf } from '#lib/plan-vs-actual/bridge'
import { hasPlan } from '#lib/plan-vs-actual/ledger'
import { BridgeSentences } from '../plan-vs-actual/bridge-sentences'
import { bridgeSteps } from '../plan-vs-actual/bridge-steps'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { TextLink } from '../ui/text-link'
import { type Cause, causesOf } from './causes'
import type { CardProps } from './overview-props'

const WHOLE = { key: 'kgi', title: '', channelId: null, scope: 'kgi' } as const

/** 差異の主因: the largest lever in a sentence, and the effects as bars that add up to the gap. */
export function CauseCard({ ledger, style, links }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const boundary = ledger.year.months[ledger.actualsThrough]
  if (boundary === undefined || !ledger.rows.some(hasPlan)) return null
  const bridge = bridgeOf(ledger)
  const causes = causesOf(bridgeSteps(bridge, { ledger, locale: style.locale, t: words }), ledger)
  const span = spanOf(causes)
  const month = formatMonth(boundary, style.locale)
  return (
    <Card
      className="order-2"
      title={t('cause.title')}
      hint={t('cause.hint', { month, unit: moneyUnitLabel(style.unit, style) })}
      actions={<TextLink href={links.planVsActual}>{t('cause.open')}</TextLink>}
    >
      <BridgeSentences ledger={ledger} style={style} explained={WHOLE} bridge={bridge} />
      <ul className="mt-1 grid" aria-label={t('cause.bars')}>
        {causes.map((cause) => (
          <Bar key={cause.key} cause={cause} span={span} style={style} />
        ))}
      </ul>
      <Sum bridge={bridge} style={style} />
    </Card>
  )
}

/** From the largest loss to the largest gain; 0 lies between them. */
type Span = { readonly low: number; readonly high: number }

function spanOf(causes: readonly Cause[]): Span {
  const amounts = causes.map(({ amount }) => amount)
  return { low: Math.min(0, ...amounts), high: Math.max(0, ...amounts) }
}

type BarProps = { readonly cause: Cause; readonly span: Span; readonly style: FigureStyle }

function Bar({ cause, span: { low, high }, style }: BarProps) {
  const t = useTranslations('overview')
  const { amount, isQuiet, gathered } = cause
  const percent = (size: number) => `${high === low ? 0 : (size / (high - low)) * 100}%`
  const gain = amount < 0 ? 'bg-bridge-down' : 'bg-bridge-up'
  return (
    <li className="grid h-6 grid-cols-[minmax(0,1fr)_112px_auto] items-center gap-x-3 text-small max-tablet:grid-cols-[minmax(0,1fr)_88px_auto]">
      <span className="truncate">
        {gathered > 0 ? t('cause.others', { count: gathered }) : cause.label}
        <small className="ml-2 text-text-3 max-tablet:hidden">{useNote(cause, style)}</small>
      </span>
      <span aria-hidden="true" className="relative h-full">
        <span
          className={classes('absolute inset-y-1.5', isQuiet ? 'hatch-unripe border border-bridge-timing' : gain)}
          style={{ left: percent(Math.min(0, amount) - low), width: percent(Math.abs(amount)) }}
        />
        <span className="absolute inset-y-0 w-px bg-chart-axis" style={{ left: percent(-low) }} />
      </span>
      <span className="min-w-18 text-right font-strong">{figureText('revenue', amount, style, true)}</span>
    </li>
  )
}

/** What stands behind a bar: plan and actual of a line, else the one or two parts that make most of it. */
function useNote({ compared, parts, isQuiet, key }: Cause, style: FigureStyle): string {
  const t = useTranslations('overview')
  const money = (amount: number, signed = false) => figureText('revenue', amount, style, signed)
  if (compared) return t('cause.compared', { plan: money(compared.planned), actual: money(compared.actual) })
  if (isQuiet) return t(key === 'timing' ? 'cause.timing' : 'cause.noLever')
  const named = parts.slice(0, 2).map(({ name, amount }) => `${name} ${money(amount, true)}`)
  return named.join(style.locale === 'ja' ? '、' : ', ')
}

function Sum({ bridge, style }: { readonly bridge: Bridge; readonly style: FigureStyle }) {
  const t = useTranslations('overview')
  const money = (amount: number, signed = false) => figureText('revenue', amount, style, signed)
  return (
    <p className="mt-1 flex items-center justify-between border-t border-border-strong pt-1.5 text-small">
      <span>
        {t('cause.sum', { plan: money(bridge.plan), actual: money(bridge.actual) })}
        {bridge.effects.some((effect) => effect.isPartial) && (
          <small className="ml-2 text-text-3">{t('cause.partial')}</small>
        )}
      </span>
      <b>{money(bridge.gap, true)}</b>
    </p>
  )
}
