import { useTranslations } from 'next-intl'
import { LANDING_CASES, landingOf } from '#lib/forecast/landing'
import { formatMonth, formatRatio, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { type Comparison, compared } from '#lib/plan-vs-actual/compared'
import { comparedCost, pairsOf } from '#lib/plan-vs-actual/cost-ratios'
import { belongs, type LedgerRow, MONTHS } from '#lib/plan-vs-actual/ledger'
import { lineRows, metricRows, type Part, partsOf } from '#lib/plan-vs-actual/sections'
import { ChannelName } from '../kpi/channel-dot'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'
import { channelsWithoutCostPlan, listOf, partName } from '../plan-vs-actual/names'
import { CardTable } from '../table/card-table'
import { PartialCell } from '../table/cells'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { Actual, Attainment } from './comparison-figures'
import type { CardProps, CreditedChannel } from './overview-props'

/** Marketing's revenue by channel of lead source: to date, where it lands, what it cost and brought back. */
export function Channels({ ledger, style, attribution }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const rows = lineRows(ledger, 'marketing').filter(belongs)
  const costs = metricRows(ledger, 'cost').filter(belongs)
  const boundary = ledger.year.months[ledger.actualsThrough]
  if (rows.length + costs.length === 0 || boundary === undefined) return null
  const months = MONTHS.slice(0, ledger.actualsThrough + 1)
  const landing = landingOf(ledger, LANDING_CASES.observed)
  const models = useTranslations('overview.models')
  const figures = (
    own: readonly LedgerRow[],
    ownCosts: readonly LedgerRow[],
    lands: number,
    credited: CreditedChannel | undefined,
  ) => [
    <Actual key="actual" comparison={compared(own, MONTHS, ledger)} metric="revenue" style={style} />,
    <Attainment key="attainment" comparison={compared(own, MONTHS, ledger)} style={style} />,
    figureText('revenue', lands, style),
    <Actual key="cost" comparison={compared(ownCosts, months, ledger)} metric="cost" style={style} />,
    ...(attribution
      ? creditedFigures(credited, style, words('table.partial'))
      : [
          <Roi
            key="roi"
            comparison={comparedCost('roi', pairsOf([...own, ...ownCosts], 'revenue'), months, ledger)}
            style={style}
          />,
        ]),
  ]
  const landsIn = (part: Part) =>
    landing.channels.reduce((sum, channel) => (channel.channelId === part.channelId ? sum + channel.revenue : sum), 0)
  const of = (part: Part, metric: 'revenue' | 'cost') => part.rows.filter((row) => row.metric === metric)
  const parts = partsOf([...rows, ...costs], ledger).filter((part) => part.line === 'channel')
  const unplanned = channelsWithoutCostPlan(ledger)
  const month = formatMonth(boundary, style.locale)
  return (
    <Card
      flush
      className="order-4 flex flex-1 flex-col"
      title={t('channels.title')}
      hint={t('channels.hint', { month, unit: moneyUnitLabel(style.unit, style) })}
      actions={attribution && <TextLink href={attribution.href}>{t('channels.toAttribution')}</TextLink>}
    >
      <CardTable
        isDense
        label={t('channels.title')}
        className="grow"
        nameHeader={t('channels.channel')}
        columns={[
          { key: 'actual', header: t('channels.revenue') },
          { key: 'attainment', header: t('lines.attainment'), hiddenOnPhone: attribution !== null },
          { key: 'landing', header: t('lines.landing'), hiddenOnPhone: true },
          { key: 'cost', header: METRICS.cost[style.locale], hiddenOnPhone: true },
          ...(attribution
            ? [
                { key: 'credited', header: t('channels.credited', { model: models(attribution.model) }) },
                { key: 'creditedRoi', header: t('channels.creditedRoi') },
              ]
            : [{ key: 'roi', header: t('channels.roi') }]),
        ]}
        rows={[
          ...parts.map((part) => ({
            key: part.key,
            name: (
              <ChannelName colour={ledger.channels.find((channel) => channel.id === part.channelId)?.colour ?? 0}>
                {partName(part, ledger, words)}
              </ChannelName>
            ),
            cells: figures(
              of(part, 'revenue'),
              of(part, 'cost'),
              landsIn(part),
              attribution?.channels.find(({ channelId }) => channelId === part.channelId),
            ),
          })),
          {
            key: 'total',
            name: t('channels.total'),
            isTotal: true,
            cells: figures(rows, costs, landing.marketing, attribution?.total),
          },
        ]}
      />
      {unplanned.length > 0 && (
        <p className="border-t px-4 py-2 text-small text-text-3">
          {words('notes.costUnplanned', { channels: listOf(unplanned, style.locale) })}
        </p>
      )}
    </Card>
  )
}

/** What attribution credits a channel with, and its ROI; a channel without any credit has none. */
function creditedFigures(credited: CreditedChannel | undefined, style: FigureStyle, partial: string) {
  const roi = formatRatio(credited?.roi ?? null, { ...style, signed: true })
  return [
    <b key="credited">{figureText('revenue', credited?.amount ?? 0, style)}</b>,
    credited?.isPartial && credited.roi !== null ? (
      <PartialCell key="creditedRoi" meaning={partial}>
        {roi}
      </PartialCell>
    ) : (
      roi
    ),
  ]
}

/** ROI by revenue, with its sign; ＊ while a cost or revenue of the months is blank. */
function Roi({ comparison, style }: { readonly comparison: Comparison; readonly style: FigureStyle }) {
  const t = useTranslations('plan-vs-actual')
  const text = formatRatio(comparison.actual, { ...style, signed: true })
  return comparison.partial && comparison.actual !== null ? (
    <PartialCell meaning={t('table.partial')}>{text}</PartialCell>
  ) : (
    text
  )
}
