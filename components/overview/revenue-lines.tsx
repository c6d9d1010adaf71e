import { useTranslations } from 'next-intl'
import { formatMonth, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { compared } from '#lib/plan-vs-actual/compared'
import { belongs, MONTHS } from '#lib/plan-vs-actual/ledger'
import { lineRows } from '#lib/plan-vs-actual/sections'
import { figureText } from '../plan-vs-actual/figure-text'
import { Actual, Attainment, ProgressPair } from './comparison-figures'
import { FiguresTable } from './figures-table'
import type { CardProps } from './overview-props'

const LINES = ['marketing', 'existing', 'salesSourced'] as const

/** The three lines that make the revenue: plan of the year, plan and actual to date, attainment, progress beside pace. */
export function RevenueLines({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const months = MONTHS.filter((month) => month <= ledger.actualsThrough)
  const boundary = ledger.year.months[ledger.actualsThrough]
  const month = boundary === undefined ? null : formatMonth(boundary, style.locale)
  const lines = LINES.map((key) => ({ key, rows: lineRows(ledger, key) })).filter(({ rows }) => rows.some(belongs))
  const unit = moneyUnitLabel(style.unit, style)
  const columns = [
    { key: 'yearPlan', header: t('lines.yearPlan') },
    ...(month === null
      ? []
      : [
          { key: 'planToDate', header: t('lines.planToDate', { month }), hiddenOnPhone: true },
          { key: 'actual', header: t('lines.actualToDate', { month }) },
          { key: 'attainment', header: t('lines.attainment') },
          { key: 'progress', header: t('lines.progress'), hiddenOnPhone: true },
        ]),
  ]
  return (
    <FiguresTable
      label={t('lines.line')}
      nameHeader={t('lines.title', { unit })}
      columns={columns}
      rows={lines.map(({ key, rows }) => {
        const year = compared(rows, MONTHS, ledger)
        const planToDate = compared(rows, months, ledger).plan
        const plan = (value: number | null) => (value === null ? '—' : figureText('revenue', value, style))
        return {
          key,
          name: METRICS[key][style.locale],
          figures: [
            plan(year.plan),
            plan(planToDate),
            <Actual key="actual" comparison={year} metric="revenue" style={style} />,
            <Attainment key="attainment" comparison={year} style={style} />,
            <ProgressPair key="progress" comparison={year} style={style} />,
          ],
        }
      })}
    />
  )
}
