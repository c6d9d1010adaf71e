import { useTranslations } from 'next-intl'
import type { TrendLine } from '#lib/attribution/trend'
import { formatMonth } from '#lib/format'
import type { Month } from '#lib/month'
import { ChannelDot, channelBar } from '../kpi/channel-dot'
import { ScrollingCardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { type AttributionFrame, channelOf } from './attribution-props'
import { axisOf } from './axis'
import { amountText, unitLabel } from './words'

type TrendCardProps = {
  readonly frame: AttributionFrame
  readonly lines: readonly TrendLine[]
  readonly months: readonly Month[]
}

/** 月別の推移: a bar for each month, its parts the channels by the chosen model, 接点なし on top; the same as a table. */
export function TrendCard({ frame, lines, months }: TrendCardProps) {
  const t = useTranslations('attribution')
  const { style, model } = frame
  const totals = months.map((_, i) => lines.reduce((sum, { amounts }) => sum + (amounts[i] ?? 0), 0))
  const axis = axisOf(Math.max(0, ...totals))
  const name = (id: string | null) => (id === null ? t('noTouch') : (channelOf(frame, id)?.name ?? t('gone')))
  const colour = (id: string | null) => (id === null ? 0 : (channelOf(frame, id)?.colour ?? 0))
  if (model === 'markov') return <NoTrend title={t('trend.title')}>{t('trend.markov')}</NoTrend>
  if (lines.length === 0) return <NoTrend title={t('trend.title')}>{t('trend.none')}</NoTrend>
  return (
    <Card
      flush
      title={t('trend.title')}
      hint={t('trend.hint', { model: t(`models.${model}`), unit: unitLabel(style) })}
    >
      <figure className="m-0 px-4" aria-hidden="true">
        <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-2 text-small text-text-2">
          {lines.map(({ channelId }) => (
            <li key={channelId} className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <Swatch channelId={channelId} colour={colour(channelId)} />
              {name(channelId)}
            </li>
          ))}
        </ul>
        <div className="relative grid h-40 grid-cols-12 gap-x-1 border-b border-border-control">
          {axis.ticks.slice(1).map((tick) => (
            <span
              key={tick}
              className="absolute inset-x-0 border-t text-micro text-text-3"
              style={{ bottom: `${(tick / axis.top) * 88}%` }}
            >
              <span className="absolute -top-2 right-0 bg-surface pl-1">{amountText(tick, style)}</span>
            </span>
          ))}
          {months.map((month, i) => (
            <div key={month} className="relative flex flex-col-reverse px-[12%]">
              {lines.map(({ channelId, amounts }) => (
                <span
                  key={channelId}
                  title={`${formatMonth(month, style.locale)} ${name(channelId)} ${amountText(amounts[i] ?? 0, style)}`}
                  className={classes(
                    'block w-full border-t border-surface first:border-t-0',
                    channelId === null ? 'hatch-unripe bg-surface-3' : channelBar(colour(channelId)),
                  )}
                  style={{ height: `${axis.top === 0 ? 0 : (Math.max(0, amounts[i] ?? 0) / axis.top) * 88}%` }}
                />
              ))}
            </div>
          ))}
        </div>
        <div className="grid grid-cols-12 gap-x-1 pt-1 pb-2 text-center text-micro text-text-3">
          {months.map((month) => (
            <span key={month}>{formatMonth(month, style.locale)}</span>
          ))}
        </div>
      </figure>
      <details className="border-t">
        <summary className="flex min-h-9 items-center px-4 text-small font-strong text-accent pointer-coarse:min-h-11">
          {t('trend.table')}
        </summary>
        <ScrollingCardTable
          label={t('trend.title')}
          nameHeader={t('channel')}
          minWidth={640}
          columns={months.map((month) => ({ key: month, header: formatMonth(month, style.locale) }))}
          rows={[
            ...lines.map(({ channelId, amounts }) => ({
              key: channelId ?? 'none',
              name: (
                <span className="inline-flex items-center gap-2">
                  <ChannelDot colour={colour(channelId)} />
                  {name(channelId)}
                </span>
              ),
              cells: amounts.map((amount) => amountText(amount, style)),
            })),
            {
              key: 'total',
              name: t('comparison.booked'),
              isTotal: true,
              cells: totals.map((amount) => amountText(amount, style)),
            },
          ]}
        />
      </details>
    </Card>
  )
}

function Swatch({ channelId, colour }: { readonly channelId: string | null; readonly colour: number }) {
  if (channelId !== null) return <ChannelDot colour={colour} />
  return <span className="hatch-unripe inline-block size-2.25 shrink-0 rounded-[2px] border bg-surface-3" />
}

function NoTrend({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <Card title={title}>
      <p className="text-text-2">{children}</p>
    </Card>
  )
}
