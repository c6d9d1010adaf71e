import { useTranslations } from 'next-intl'
import { formatMoney, formatMonth, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { type Comparison, compared } from '#lib/plan-vs-actual/compared'
import { comparedCost, pairsOf } from '#lib/plan-vs-actual/cost-ratios'
import { belongs, type Ledger, type LedgerRow, MONTHS } from '#lib/plan-vs-actual/ledger'
import { metricRows, type Part, partsOf } from '#lib/plan-vs-actual/sections'
import { ChannelName } from '../kpi/channel-dot'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'
import { channelsWithoutCostPlan, listOf, partName, sectionName } from '../plan-vs-actual/names'
import { CardTable } from '../table/card-table'
import { NameCell, PartialCell } from '../table/cells'
import { Card } from '../ui/card'
import { Actual, Attainment } from './comparison-figures'
import type { CardProps } from './overview-props'

/** Where each channel starts: the first stage of the organisation's funnel that it has figures of. */
function entryRows(part: Part, { stages }: Ledger): readonly LedgerRow[] {
  const counts = stages.map(({ key }) => part.rows.filter((row) => row.metric === key && belongs(row)))
  return counts.find((rows) => rows.length > 0) ?? []
}

/** Entries of the last month with actuals by channel, and what they have cost so far: cost and CPL of the year to date. */
export function Entries({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const boundary = ledger.year.months[ledger.actualsThrough]
  const rows = ledger.rows.filter((row) => row.line === 'channel' && row.metric !== 'revenue' && belongs(row))
  if (boundary === undefined || rows.length === 0) return null
  const months = MONTHS.slice(0, ledger.actualsThrough + 1)
  const month = formatMonth(boundary, style.locale)
  const money = (own: readonly LedgerRow[]) => [
    <Actual
      key="cost"
      comparison={compared(
        own.filter((row) => row.metric === 'cost'),
        months,
        ledger,
      )}
      metric="cost"
      style={style}
    />,
    <Cpl key="cpl" comparison={comparedCost('cpl', pairsOf(own, 'lead'), months, ledger)} style={style} />,
    <Attainment
      key="cplAttainment"
      comparison={comparedCost('cpl', pairsOf(own, 'lead'), months, ledger)}
      style={style}
    />,
  ]
  const unplanned = channelsWithoutCostPlan(ledger)
  return (
    <Card
      flush
      className="order-4 flex flex-1 flex-col"
      title={t('entries.title')}
      hint={t('entries.hint', { month, unit: moneyUnitLabel(style.unit, style) })}
    >
      <CardTable
        isDense
        label={t('entries.title')}
        className="grow"
        nameHeader={t('channels.channel')}
        columns={[
          { key: 'actual', header: t('entries.actual', { month }) },
          { key: 'plan', header: t('kpi.plan'), hiddenOnPhone: true },
          { key: 'attainment', header: t('lines.attainment') },
          { key: 'cost', header: METRICS.cost[style.locale], hiddenOnPhone: true },
          { key: 'cpl', header: t('entries.cpl', { unit: moneyUnitLabel('yen', style) }) },
          { key: 'cplAttainment', header: t('entries.cplAttainment'), hiddenOnPhone: true },
        ]}
        rows={[
          ...partsOf(rows, ledger).map((part) => {
            const entry = entryRows(part, ledger)
            const comparison = compared(entry, [ledger.actualsThrough], ledger)
            const metric = entry[0]?.metric ?? 'lead'
            return {
              key: part.key,
              name: (
                <NameCell unit={sectionName(metric, ledger, style.locale)}>
                  <ChannelName colour={ledger.channels.find((channel) => channel.id === part.channelId)?.colour ?? 0}>
                    {partName(part, ledger, words)}
                  </ChannelName>
                </NameCell>
              ),
              cells: [
                <Actual key="actual" comparison={comparison} metric={metric} style={style} />,
                comparison.plan === null ? '—' : figureText(metric, comparison.plan, style),
                <Attainment key="attainment" comparison={comparison} style={style} />,
                ...money(part.rows),
              ],
            }
          }),
          {
            key: 'total',
            name: t('entries.total'),
            isTotal: true,
            cells: [null, null, null, ...money(metricRows(ledger, 'cost').concat(metricRows(ledger, 'lead')))],
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

/** What a lead has cost; ＊ while a cost or a count of the months is blank. */
function Cpl({ comparison, style }: { readonly comparison: Comparison; readonly style: FigureStyle }) {
  const t = useTranslations('plan-vs-actual')
  if (comparison.actual === null) return '—'
  const text = <b>{formatMoney(comparison.actual, { ...style, unit: 'yen' })}</b>
  return comparison.partial ? <PartialCell meaning={t('table.partial')}>{text}</PartialCell> : text
}
