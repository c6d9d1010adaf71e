import { useTranslations } from 'next-intl'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { variance } from '#lib/ratio'
import { figureText } from '../plan-vs-actual/figure-text'
import { CardTable } from '../table/card-table'
import { Actual, Attainment } from './comparison-figures'
import type { LeadProps } from './overview-props'

/** The three lines that make the revenue: goal of the year, actual to date, attainment, landing and what it misses. */
export function RevenueLines({ summary, style }: Pick<LeadProps, 'summary' | 'style'>) {
  const t = useTranslations('overview')
  const { year, headline, ownLines } = summary
  const boundary = year.months[summary.actualsThrough]
  const money = (value: number | null, signed = false) =>
    value === null ? '—' : figureText('revenue', value, style, signed)
  const month = boundary === undefined ? '' : formatMonth(boundary, style.locale)
  const columns = [
    { key: 'goal', header: t('lines.goal'), hiddenOnPhone: boundary !== undefined },
    { key: 'actual', header: t('lines.actualToDate', { month }), hiddenOnPhone: true },
    { key: 'attainment', header: t('lines.attainment') },
    { key: 'landing', header: t('lines.landing') },
    { key: 'difference', header: t('lines.difference') },
  ].slice(0, boundary === undefined ? 1 : headline !== null ? 5 : 2)
  return (
    <CardTable
      isDense
      label={t('lines.line')}
      nameHeader={t('lines.title', { unit: moneyUnitLabel(style.unit, style) })}
      columns={columns}
      rows={ownLines.map((key) => {
        const line = summary.lines[key]
        const lands = headline?.lines[key] ?? null
        return {
          key,
          name: METRICS[key][style.locale],
          cells: [
            money(line.plan),
            <Actual key="actual" comparison={line} metric="revenue" style={style} />,
            <Attainment key="attainment" comparison={line} style={style} />,
            <b key="landing">{money(lands)}</b>,
            money(variance(lands, line.plan), true),
          ],
        }
      })}
    />
  )
}
