import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatCount, formatRate } from '#lib/format'
import type { ChannelLag } from '#lib/pipeline/channel-lags'
import type { LagCurve } from '#lib/pipeline/lag-curve'
import { ChannelName } from '../kpi/channel-dot'
import { Card } from '../ui/card'
import type { PipelineFrame } from './pipeline-props'
import { StageName, stageName } from './stage-name'
import { channelOf } from './words'

type LagCardProps = PipelineFrame & {
  readonly lags: readonly ChannelLag[]
  /** The button that takes a curve over into the plan, for those who may; given the curve. */
  readonly use: ((lag: ChannelLag, name: string) => ReactNode) | null
}

/** リードタイム: measured curves per channel and transition. */
export function LagCard({ lags, use, ...frame }: LagCardProps) {
  const t = useTranslations('pipeline')
  const { style } = frame
  return (
    <Card flush title={t('lag.title')} hint={t('lag.hint')}>
      {lags.length === 0 ? (
        <p className="px-4 pb-4 text-text-2">{t('lag.none')}</p>
      ) : (
        <ul>
          {lags.map((lag) => {
            const { channelId, curve } = lag
            const channel = channelOf(frame, channelId)
            const name = t('lag.nameOf', {
              channel: channel?.name ?? t('gone'),
              ...{ from: stageName(curve.from, frame, t), to: stageName(curve.to, frame, t) },
            })
            return (
              <li
                key={`${channelId} ${curve.to}`}
                className="grid items-center gap-x-4 gap-y-1 border-t px-4 py-2 tablet:grid-cols-[minmax(0,13rem)_minmax(0,1fr)_auto]"
              >
                <div className="min-w-0">
                  {channel && <ChannelName colour={channel.colour}>{channel.name}</ChannelName>}
                  <span className="block whitespace-nowrap text-small text-text-2">
                    <StageName stage={curve.from} frame={frame} /> → <StageName stage={curve.to} frame={frame} />
                  </span>
                </div>
                <Curve curve={curve} frame={frame} />
                <div className="text-right text-small whitespace-nowrap text-text-2">
                  {t('lag.seen', {
                    conversions: formatCount(curve.conversions, style),
                    units: formatCount(curve.units, style),
                    rate: formatRate(curve.rate, style),
                  })}
                  {!curve.isEnough && <span className="block text-watch">{t('lag.tooFew')}</span>}
                  {curve.isEnough && use && <div className="mt-1">{use(lag, name)}</div>}
                </div>
              </li>
            )
          })}
        </ul>
      )}
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">{t('lag.formula')}</p>
    </Card>
  )
}

/** Shares by month, as bars with their figures. */
function Curve({ curve, frame }: { readonly curve: LagCurve; readonly frame: PipelineFrame }) {
  const t = useTranslations('pipeline')
  const shares = (curve.shares ?? []).map(Number)
  const most = Math.max(...shares, 0.0001)
  return (
    <ol className="flex min-w-0 items-end gap-1 overflow-x-auto text-micro">
      {shares.map((share, month) => (
        <li key={month} className="grid min-w-10 justify-items-center gap-0.5">
          <span>{formatRate(share, frame.style)}</span>
          <span
            aria-hidden="true"
            className="w-6 bg-series-actual"
            style={{ height: `${Math.max(1, (share / most) * 28)}px` }}
          />
          <span className="whitespace-nowrap text-text-3">{t('lag.after', { months: month })}</span>
        </li>
      ))}
    </ol>
  )
}
