import { useTranslations } from 'next-intl'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { compared } from '#lib/plan-vs-actual/compared'
import { belongs, type LedgerRow, MONTHS } from '#lib/plan-vs-actual/ledger'
import { lineRows, metricRows, partsOf } from '#lib/plan-vs-actual/sections'
import { ChannelName } from '../kpi/channel-dot'
import { figureText } from '../plan-vs-actual/figure-text'
import { channelsWithoutCostPlan, listOf, partName } from '../plan-vs-actual/names'
import { Card } from '../ui/card'
import { Actual, Attainment, ProgressPair } from './comparison-figures'
import { FiguresTable } from './figures-table'
import type { CardProps } from './overview-props'

/** Marketing's revenue by channel: plan, actual, attainment, and what it cost. */
export function Channels({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const rows = lineRows(ledger, 'marketing').filter(belongs)
  const months = MONTHS.filter((month) => month <= ledger.actualsThrough)
  const boundary = ledger.year.months[ledger.actualsThrough]
  const costs = metricRows(ledger, 'cost').filter(belongs)
  if (rows.length + costs.length === 0 || boundary === undefined) return null
  const figures = (own: readonly LedgerRow[], ownCosts: readonly LedgerRow[]) => {
    const year = compared(own, MONTHS, ledger)
    const { plan } = compared(own, months, ledger)
    const cost = compared(ownCosts, months, ledger)
    return [
      plan === null ? '—' : figureText('revenue', plan, style),
      <Actual key="actual" comparison={year} metric="revenue" style={style} />,
      <Attainment key="attainment" comparison={year} style={style} />,
      <ProgressPair key="progress" comparison={year} style={style} />,
      <Actual key="cost" comparison={cost} metric="cost" style={style} />,
    ]
  }
  // What no channel was given cannot be attained: it is a plan and nothing else.
  const planOnly = (own: readonly LedgerRow[]) => [figureText('revenue', compared(own, months, ledger).plan, style)]
  const parts = partsOf([...rows, ...costs], ledger).map((part) => ({
    key: part.key,
    name:
      part.line === 'unallocated' ? (
        partName(part, ledger, words)
      ) : (
        <ChannelName colour={ledger.channels.find((channel) => channel.id === part.channelId)?.colour ?? 0}>
          {partName(part, ledger, words)}
        </ChannelName>
      ),
    figures:
      part.line === 'unallocated'
        ? planOnly(part.rows)
        : figures(
            part.rows.filter((row) => row.metric === 'revenue'),
            part.rows.filter((row) => row.metric === 'cost'),
          ),
  }))
  const month = formatMonth(boundary, style.locale)
  const unplanned = channelsWithoutCostPlan(ledger)
  return (
    <Card
      flush
      className="flex flex-1 flex-col"
      title={t('channels.title')}
      hint={t('channels.hint', { month, unit: moneyUnitLabel(style.unit, style) })}
    >
      <FiguresTable
        label={t('channels.title')}
        className="grow"
        nameHeader={t('channels.channel')}
        columns={[
          { key: 'plan', header: t('lines.planToDate', { month }), hiddenOnPhone: true },
          { key: 'actual', header: t('lines.actualToDate', { month }) },
          { key: 'attainment', header: t('lines.attainment') },
          { key: 'progress', header: t('lines.progress'), hiddenOnPhone: true },
          { key: 'cost', header: t('channels.cost') },
        ]}
        rows={[...parts, { key: 'total', name: t('channels.total'), isTotal: true, figures: figures(rows, costs) }]}
      />
      {unplanned.length > 0 && (
        <p className="border-t px-4 py-2 text-small text-text-3">
          {words('notes.costUnplanned', { channels: listOf(unplanned, style.locale) })}
        </p>
      )}
    </Card>
  )
}
