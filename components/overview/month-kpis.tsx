import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMonth, formatRate, formatRatio, moneyUnitLabel } from '#lib/format'
import { isCount } from '#lib/metrics'
import { type Comparison, compared } from '#lib/plan-vs-actual/compared'
import { belongs, type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { comparedRate, rateSections } from '#lib/plan-vs-actual/rates'
import { type Section, sections } from '#lib/plan-vs-actual/sections'
import { type FigureStyle, figureText, monthsText } from '../plan-vs-actual/figure-text'
import { countUnit, rateName, sectionName } from '../plan-vs-actual/names'
import { type CardRow, CardTable } from '../table/card-table'
import { NameCell } from '../table/cells'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { Actual, Attainment, RateActual } from './comparison-figures'
import type { CardProps } from './overview-props'

/** The last month with actuals, every KPI with its verdict; beside it the month in progress, which is not judged. */
export function MonthKpis({ ledger, style, links }: CardProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const boundary = ledger.year.months[ledger.actualsThrough]
  if (boundary === undefined) return null
  const month = formatMonth(boundary, style.locale)
  const running = runningMonth(ledger, style)
  const title = t('kpi.title', { month })
  const kpis = sections(ledger).filter(
    ({ key, metric, rows }) => (key === 'revenue' || metric !== 'revenue') && rows.some(belongs),
  )
  const rows = kpis.map(({ key, metric, rows: own }): CardRow => {
    const comparison = compared(own, [ledger.actualsThrough], ledger)
    return {
      key,
      name: (
        <NameCell unit={isCount(metric) ? countUnit(metric, words) : moneyUnitLabel(style.unit, style)}>
          {sectionName(key, ledger, style.locale)}
        </NameCell>
      ),
      cells: [
        <Actual key="actual" comparison={comparison} metric={metric} style={style} />,
        comparison.plan === null ? '—' : figureText(metric, comparison.plan, style),
        comparison.actual === null ? null : <Attainment key="last" comparison={comparison} style={style} />,
        ...(running === null
          ? []
          : [<SoFar key="soFar" of={compared(own, [running.month], ledger)} metric={metric} style={style} />]),
      ],
    }
  })
  const rate = winRate(ledger, style, words)
  const before = rows.findIndex(({ key }) => key === 'cost')
  const all = rate === null ? rows : before < 0 ? [...rows, rate] : rows.toSpliced(before, 0, rate)
  return (
    <Card
      flush
      className="order-5 flex flex-1 flex-col"
      title={title}
      hint={ledger.closedThrough < ledger.actualsThrough ? t('kpi.open') : t('kpi.closed')}
      actions={<TextLink href={links.planVsActual}>{t('kpi.all')}</TextLink>}
    >
      <CardTable
        isDense
        label={title}
        className="grow"
        isTight
        nameHeader={t('kpi.metric')}
        columns={[
          { key: 'actual', header: t('kpi.actual') },
          { key: 'plan', header: t('kpi.plan') },
          { key: 'attainment', header: t('kpi.attainment') },
          ...(running === null ? [] : [{ key: 'soFar', header: running.header(t), hiddenOnPhone: true }]),
        ]}
        rows={all}
      />
    </Card>
  )
}

/** The month in progress, once something is entered in it. */
function runningMonth({ running, elapsed, rows, year }: Ledger, style: FigureStyle) {
  const month = running === null ? undefined : year.months[running]
  if (running === null || elapsed === null || month === undefined) return null
  if (!rows.some((row) => (row.actual[running] ?? null) !== null)) return null
  const values = { month: formatMonth(month, style.locale), pace: formatRatio(elapsed.days / elapsed.of, style) }
  return { month: running, header: (t: (key: string, of: typeof values) => string) => t('kpi.soFar', values) }
}

/** What has come in the running month, and how much of the month's plan that is. */
function SoFar({
  of,
  metric,
  style,
}: {
  readonly of: Comparison
  readonly metric: Section['metric']
  readonly style: FigureStyle
}): ReactNode {
  if (of.actual === null) return null
  return (
    <span className="text-text-2">
      {figureText(metric, of.actual, style)}
      <small className="ml-1.5 inline-block min-w-8 text-text-3">
        {of.progress === null ? '—' : formatRatio(of.progress, style)}
      </small>
    </span>
  )
}

/** The last rate of the funnel over the year to date: a month's alone says little. */
function winRate(
  ledger: Ledger,
  style: FigureStyle,
  words: (key: string, values?: Record<string, string | number>) => string,
): CardRow | null {
  const section = rateSections(ledger).find(({ to }) => to === 'won')
  if (section === undefined) return null
  const comparison = comparedRate(section.runs, 'won', MONTHS.slice(0, ledger.actualsThrough + 1), ledger)
  return {
    key: section.key,
    name: (
      <NameCell unit={monthsText(ledger.year, 0, ledger.actualsThrough, style.locale)}>
        {rateName(section.from, section.to, ledger, style.locale, words)}
      </NameCell>
    ),
    cells: [
      <RateActual key="actual" comparison={comparison} style={style} />,
      formatRate(comparison.basis?.plan ?? null, style),
      <Attainment key="last" comparison={comparison} style={style} />,
      null,
    ],
  }
}
