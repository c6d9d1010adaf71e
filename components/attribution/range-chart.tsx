import { useTranslations } from 'next-intl'
import type { ChannelByModel } from '#lib/attribution/comparison'
import { MODELS } from '#lib/attribution/models'
import type { AttributionSummary } from '#lib/attribution/summary'
import { channelBar } from '../kpi/channel-dot'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { type AttributionFrame, channelOf } from './attribution-props'
import { axisOf } from './axis'
import { amountText, shareText, unitLabel } from './words'

type RangeChartProps = { readonly frame: AttributionFrame; readonly summary: AttributionSummary }

/** モデルによる幅: a band from the least to the most model, a line for each model, a disc for the chosen one. */
export function RangeChart({ frame, summary }: RangeChartProps) {
  const t = useTranslations('attribution')
  const { channels } = summary.comparison
  // Of shares the round figures are percentages.
  const unit = frame.view.show === 'share' ? summary.reconciliation.booked.amount || 1 : 1
  const top = Math.max(0, ...channels.map(({ most }) => most.amount))
  const axis = { top, ticks: axisOf(top / unit).ticks.map((tick) => tick * unit) }
  const count = MODELS.filter((model) => channels.some(({ byModel }) => byModel[model] !== null)).length
  const text = valueText(frame, summary)
  return (
    <Card
      title={t('range.title')}
      hint={t('range.hint', { count, unit: unitOf(frame, t) })}
      className="flex flex-col [&>div]:flex [&>div]:flex-1 [&>div]:flex-col"
    >
      <figure className="m-0 flex flex-1 flex-col pt-5" aria-label={t('range.title')}>
        <ul className="relative grid flex-1 content-around gap-5.5" data-figures>
          <Grid at={axis.ticks} top={axis.top} />
          {channels.map((channel) => (
            <RangeRow key={channel.channelId} {...{ channel, frame, text }} top={axis.top} />
          ))}
        </ul>
        <div aria-hidden="true" className={classes(PLOT, 'mt-2 text-micro text-text-3')}>
          <div className="relative col-start-2 h-4">
            {axis.ticks.map((tick) => (
              // On a phone every other one has room.
              <span
                key={tick}
                className="absolute -translate-x-1/2 max-tablet:even:hidden"
                style={{ left: percent(tick, axis.top) }}
              >
                {text(tick)}
              </span>
            ))}
          </div>
        </div>
      </figure>
    </Card>
  )
}

/** Names left, then the plot; labels of the extremes may stand in its margins. */
const PLOT = 'grid grid-cols-[76px_minmax(0,1fr)] gap-x-3 pr-26'

const percent = (amount: number, top: number) => `${top === 0 ? 0 : (Math.max(0, amount) / top) * 100}%`

/** Amounts in the view's unit, or parts of what is booked. */
export function valueText({ view, style }: AttributionFrame, { reconciliation }: AttributionSummary) {
  return (amount: number) =>
    view.show === 'share' ? shareText(amount, reconciliation.booked.amount, style) : amountText(amount, style)
}

export function unitOf({ view, style }: AttributionFrame, t: (key: string, values: Record<string, string>) => string) {
  return t(`units.${view.show}`, { unit: unitLabel(style) })
}

function Grid({ at, top }: { readonly at: readonly number[]; readonly top: number }) {
  return (
    <li aria-hidden="true" className={classes(PLOT, 'absolute -inset-y-3 inset-x-0')}>
      <div className="relative col-start-2">
        {at.map((tick) => (
          <span
            key={tick}
            className={classes('absolute inset-y-0 border-l', tick === 0 ? 'border-border-control' : 'border-border')}
            style={{ left: percent(tick, top) }}
          />
        ))}
      </div>
    </li>
  )
}

type RangeRowProps = {
  readonly channel: ChannelByModel
  readonly frame: AttributionFrame
  readonly top: number
  readonly text: (amount: number) => string
}

function RangeRow({ channel, frame, top, text }: RangeRowProps) {
  const t = useTranslations('attribution')
  const { channelId, byModel, least, most } = channel
  const { name, colour } = channelOf(frame, channelId) ?? { name: t('gone'), colour: 0 }
  const chosen = byModel[frame.model]
  const bar = channelBar(colour)
  const label = (model: typeof least) => `${t(`modelsShort.${model.model}`)} ${text(model.amount)}`
  const isSame = least.amount === most.amount
  const roomLeft = !isSame && least.amount / (top || 1) > 0.24
  return (
    <li className={classes(PLOT, 'relative items-center')}>
      <span className="truncate text-small font-strong">{name}</span>
      <div className="relative h-3">
        <span className="sr-only">
          {t('range.row', {
            ...{ chosen: chosen === null ? '—' : text(chosen.amount), model: t(`models.${frame.model}`) },
            ...{ least: label(least), most: label(most) },
          })}
        </span>
        <span
          aria-hidden="true"
          className={classes('absolute inset-y-0 rounded-full opacity-20', bar)}
          style={{ left: percent(least.amount, top), right: `calc(100% - ${percent(most.amount, top)})` }}
        />
        {MODELS.map((model) => {
          const credit = byModel[model]
          return credit === null ? null : (
            <span
              key={model}
              aria-hidden="true"
              title={`${t(`models.${model}`)} ${text(credit.amount)}`}
              className={classes('absolute inset-y-0 w-0.5 -translate-x-1/2', bar)}
              style={{ left: percent(credit.amount, top) }}
            />
          )
        })}
        {roomLeft && (
          <span
            aria-hidden="true"
            className="absolute top-1/2 -translate-x-full -translate-y-1/2 pr-2 text-micro whitespace-nowrap text-text-2 max-tablet:hidden"
            style={{ left: percent(least.amount, top) }}
          >
            {label(least)}
          </span>
        )}
        <span
          aria-hidden="true"
          className="absolute top-1/2 -translate-y-1/2 pl-2 text-micro whitespace-nowrap text-text-2"
          style={{ left: percent(most.amount, top) }}
        >
          {isSame ? t('range.same') : label(most)}
        </span>
        {chosen !== null && (
          <>
            <span
              aria-hidden="true"
              className={classes('absolute top-1/2 size-3.5 -translate-1/2 rounded-full border-2 border-surface', bar)}
              style={{ left: percent(chosen.amount, top) }}
            />
            <b
              data-figure={`cell|${frame.model}|${channelId}`}
              tabIndex={-1}
              className="absolute bottom-full mb-0.5 -translate-x-1/2 rounded-[2px] bg-surface px-0.5 text-small whitespace-nowrap"
              style={{ left: percent(chosen.amount, top) }}
            >
              {text(chosen.amount)}
            </b>
          </>
        )}
      </div>
    </li>
  )
}
