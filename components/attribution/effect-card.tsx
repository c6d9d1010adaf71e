import { useTranslations } from 'next-intl'
import { isUnripe } from '#lib/attribution/cohort-ripeness'
import type { ChannelEffect, Effect } from '#lib/attribution/effect'
import type { AttributionSummary } from '#lib/attribution/summary'
import { formatCount, formatMultiple, formatRatio } from '#lib/format'
import { ViewLinks } from '../pipeline/view-links'
import { ScrollingCardTable } from '../table/card-table'
import { PartialCell } from '../table/cells'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { type AttributionFrame, attributionHref, channelOf } from './attribution-props'
import { ChannelCell } from './channel-cell'
import { Fig } from './fig'
import { amountText, amountWithUnit, fromTo, monthList, monthsInViewText, unitLabel } from './words'

type EffectCardProps = {
  readonly frame: AttributionFrame
  readonly summary: AttributionSummary
  /** Whether every channel has a margin. */
  readonly hasMargins: boolean
}

/** 費用対効果: revenue or gross profit against cost, of the same months or of the leads of the months. */
export function EffectCard({ frame, summary, hasMargins }: EffectCardProps) {
  const t = useTranslations('attribution')
  const { view, model, effort } = frame
  const { effects, total } = summary
  const rowsOf = (isMarketing: boolean) =>
    effects
      .filter(({ channelId }) => (channelOf(frame, channelId)?.isMarketing ?? false) === isMarketing)
      .map((effect) => ({
        key: effect.channelId,
        name: <ChannelCell frame={frame} channelId={effect.channelId} />,
        cells: effectCells(effect, effect.channelId, frame, summary, t),
      }))
  return (
    <Card
      flush
      title={t('effect.title')}
      hint={t('effect.hint', { model: t(`models.${model}`), period: monthsInViewText(frame) })}
      className="flex flex-col"
      actions={
        <div className="flex flex-wrap justify-end gap-1.5">
          <ViewLinks
            small
            label={t('effect.effort.label')}
            current={effort}
            links={(model === 'markov' ? (['period'] as const) : (['period', 'cohort'] as const)).map((basis) => ({
              ...{ key: basis, label: t(`effect.effort.${basis}`) },
              href: attributionHref(frame, { basis }),
            }))}
          />
          {hasMargins && (
            <ViewLinks
              small
              label={t('effect.gain.label')}
              current={view.gain}
              links={(['revenue', 'gross'] as const).map((gain) => ({
                ...{ key: gain, label: t(`effect.gain.${gain}`) },
                href: attributionHref(frame, { gain }),
              }))}
            />
          )}
        </div>
      }
    >
      <ScrollingCardTable
        label={t('effect.title')}
        nameHeader={t('channel')}
        columns={[
          { key: 'revenue', header: t('effect.revenue') },
          ...(view.gain === 'gross' ? [{ key: 'gain', header: t('effect.grossProfit') }] : []),
          { key: 'cost', header: t('effect.cost') },
          { key: 'roas', header: 'ROAS', hiddenOnPhone: true },
          { key: 'roi', header: 'ROI' },
          { key: 'range', header: t('effect.roiRange'), hiddenOnPhone: true },
        ]}
        rows={[
          ...rowsOf(true),
          {
            key: 'total',
            name: t('effect.total'),
            isTotal: true,
            cells: effectCells(total, 'total', frame, summary, t),
          },
          ...rowsOf(false),
        ]}
      />
      <EffectNotes {...{ frame, summary, hasMargins }} />
    </Card>
  )
}

type Translate = ReturnType<typeof useTranslations<'attribution'>>

function effectCells(
  effect: Effect & Partial<Pick<ChannelEffect, 'roiRange'>>,
  id: string,
  frame: AttributionFrame,
  { ripeness, isTotalUnripe }: AttributionSummary,
  t: Translate,
) {
  const { style, view } = frame
  const { credited, gain, cost, roas, roi, roiRange = null } = effect
  const ratioText = (value: number | null) => formatRatio(value, { ...style, signed: true })
  const unripe = id === 'total' ? isTotalUnripe : isUnripe(ripeness[id])
  const figure = (key: string, text: string, isPartial = false) => (
    <Fig key={key} at={`effect|${key}|${id}`}>
      {isPartial ? <PartialCell meaning={t('effect.partial')}>{text}</PartialCell> : text}
    </Fig>
  )
  const young = (text: React.ReactNode) =>
    unripe ? (
      <span className="hatch-unripe -mx-1 rounded-1 px-1 text-text-2" title={t('effect.unripeMark')}>
        {text}
        <span className="sr-only">{t('effect.unripeMark')}</span>
      </span>
    ) : (
      text
    )
  return [
    <b key="revenue">{young(figure('revenue', amountText(credited.amount, style)))}</b>,
    ...(view.gain === 'gross' ? [figure('gain', amountText(gain, style))] : []),
    figure('cost', amountText(cost.amount, style), cost.missing.length > 0 && cost.amount !== null),
    figure('roas', roas === null ? '—' : t('times', { value: formatMultiple(roas, style) })),
    <b key="roi">{young(figure('roi', ratioText(roi)))}</b>,
    <span key="range" className="text-text-2">
      {roiRange === null ? '' : fromTo(ratioText(roiRange[0]), ratioText(roiRange[1]), t('to'))}
    </span>,
  ]
}

/** What the figures rest on, and what is missing, with the way there. */
function EffectNotes({ frame, summary, hasMargins }: EffectCardProps) {
  const t = useTranslations('attribution')
  const { view, effort, style } = frame
  const { total, cac, newCustomers, ripeness, effects } = summary
  const unripe = effects.filter(({ channelId }) => isUnripe(ripeness[channelId]))
  const blank = effects.filter(({ cost }) => cost.missing.length > 0)
  const name = (channelId: string) => frame.channels.find(({ id }) => id === channelId)?.name ?? t('gone')
  return (
    <ul className="mt-auto space-y-0.5 border-t px-4 py-2.5 text-small leading-text text-text-2">
      <li>
        {t(`effect.formula.${view.gain}`)} {t(`effect.effort.${effort}Note`)}{' '}
        {t('effect.unit', { unit: unitLabel(style) })}
      </li>
      {cac !== null && newCustomers !== null && (
        <li>
          <Fig at="cac">
            {t('effect.cac', {
              cac: amountWithUnit(Math.round(cac), style),
              customers: formatCount(Math.round(newCustomers), style),
            })}
          </Fig>
        </li>
      )}
      {blank.map(({ channelId, cost }) => (
        <li key={channelId}>
          ＊ {t('effect.missing', { months: monthList(cost.missing, frame), channel: name(channelId) })}{' '}
          <TextLink href={frame.path.replace(/attribution$/, 'actuals')}>{t('effect.toActuals')}</TextLink>
        </li>
      ))}
      {unripe.length > 0 && (
        <li>
          {t('effect.unripe', {
            list: unripe
              .map(({ channelId }) => `${name(channelId)} ${formatRatio(ripeness[channelId] ?? null, style)}`)
              .join(style.locale === 'ja' ? '、' : ', '),
          })}
        </li>
      )}
      {total.cost.amount === null && <li>{t('effect.noCost')}</li>}
      {!hasMargins && <li className="text-text-3">{t('effect.noMargin')}</li>}
    </ul>
  )
}
