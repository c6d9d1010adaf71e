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
import { PartialCell } from '../table/cells'
import { Card } from '../ui/card'
import { Actual, Attainment } from './comparison-figures'
import { FiguresTable } from './figures-table'
import type { CardProps } from './overview-props'

/** Marketing's revenue by channel of lead source: to date, where it lands, what it cost and brought back. */
export function Channels({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const rows = lineRows(ledger, 'marketing').filter(belongs)
  const costs = metricRows(ledger, 'cost').filter(belongs)
  const boundary = ledger.year.months[ledger.actualsThrough]
  if (rows.length + costs.length === 0 || boundary === undefined) return null
  const months = MONTHS.slice(0, ledger.actualsThrough + 1)
  const landing = landingOf(ledger, LANDING_CASES.observed)
  const figures = (own: readonly LedgerRow[], ownCosts: readonly LedgerRow[], lands: number) => [
    <Actual key="actual" comparison={compared(own, MONTHS, ledger)} metric="revenue" style={style} />,
    <Attainment key="attainment" comparison={compared(own, MONTHS, ledger)} style={style} />,
    figureText('revenue', lands, style),
    <Actual key="cost" comparison={compared(ownCosts, months, ledger)} metric="cost" style={style} />,
    <Roi
      key="roi"
      comparison={comparedCost('roi', pairsOf([...own, ...ownCosts], 'revenue'), months, ledger)}
      style={style}
    />,
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
    >
      <FiguresTable
        label={t('channels.title')}
        className="grow"
        nameHeader={t('channels.channel')}
        columns={[
          { key: 'actual', header: t('channels.revenue') },
          { key: 'attainment', header: t('lines.attainment') },
          { key: 'landing', header: t('lines.landing'), hiddenOnPhone: true },
          { key: 'cost', header: METRICS.cost[style.locale], hiddenOnPhone: true },
          { key: 'roi', header: t('channels.roi') },
        ]}
        rows={[
          ...parts.map((part) => ({
            key: part.key,
            name: (
              <ChannelName colour={ledger.channels.find((channel) => channel.id === part.channelId)?.colour ?? 0}>
                {partName(part, ledger, words)}
              </ChannelName>
            ),
            figures: figures(of(part, 'revenue'), of(part, 'cost'), landsIn(part)),
          })),
          {
            key: 'total',
            name: t('channels.total'),
            isTotal: true,
            figures: figures(rows, costs, landing.marketing),
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
