import { useTranslations } from 'next-intl'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { compared } from '#lib/plan-vs-actual/compared'
import { belongs, MONTHS } from '#lib/plan-vs-actual/ledger'
import { lineRows } from '#lib/plan-vs-actual/sections'
import { variance } from '#lib/ratio'
import { figureText } from '../plan-vs-actual/figure-text'
import { Actual, Attainment } from './comparison-figures'
import { FiguresTable } from './figures-table'
import type { CardProps } from './overview-props'

const LINES = ['marketing', 'existing', 'salesSourced'] as const

/** The three lines that make the revenue: goal of the year, actual to date, attainment, landing and what it misses. */
export function RevenueLines({ ledger, headline, style }: CardProps) {
  const t = useTranslations('overview')
  const boundary = ledger.year.months[ledger.actualsThrough]
  const lines = LINES.map((key) => ({ key, rows: lineRows(ledger, key) })).filter(({ rows }) => rows.some(belongs))
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
    <FiguresTable
      label={t('lines.line')}
      nameHeader={t('lines.title', { unit: moneyUnitLabel(style.unit, style) })}
      columns={columns}
      rows={lines.map(({ key, rows }) => {
        const year = compared(rows, MONTHS, ledger)
        const lands = headline?.lines[key] ?? null
        return {
          key,
          name: METRICS[key][style.locale],
          figures: [
            money(year.plan),
            <Actual key="actual" comparison={year} metric="revenue" style={style} />,
            <Attainment key="attainment" comparison={year} style={style} />,
            <b key="landing">{money(lands)}</b>,
            money(variance(lands, year.plan), true),
          ],
        }
      })}
    />
  )
}
