import { useTranslations } from 'next-intl'
import { formatMonth, formatRatio, moneyUnitLabel } from '#lib/format'
import { isCount } from '#lib/metrics'
import { type Comparison, compared } from '#lib/plan-vs-actual/compared'
import { belongs, type Ledger } from '#lib/plan-vs-actual/ledger'
import { type Section, sections } from '#lib/plan-vs-actual/sections'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'
import { countUnit, sectionName } from '../plan-vs-actual/names'
import { NameCell } from '../table/cells'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { Actual, Attainment } from './comparison-figures'
import { FiguresTable } from './figures-table'
import type { CardProps } from './overview-props'

/** Takes a part of the column's height that is left; its rows share it. */
const FILLING = 'flex flex-1 flex-col'

type Kpi = { readonly section: Section; readonly comparison: Comparison }

/** Revenue, every stage and cost in one month. */
function kpisOf(ledger: Ledger, month: number): Kpi[] {
  return sections(ledger)
    .filter(({ key, metric, rows }) => (key === 'revenue' || metric !== 'revenue') && rows.some(belongs))
    .map((section) => ({ section, comparison: compared(section.rows, [month], ledger) }))
}

/** The last month with actuals: every KPI with its verdict. */
export function MonthKpis({ ledger, style, links }: CardProps) {
  const t = useTranslations('overview')
  const boundary = ledger.year.months[ledger.actualsThrough]
  if (boundary === undefined) return null
  const title = t('kpi.title', { month: formatMonth(boundary, style.locale) })
  return (
    <Card
      flush
      className={FILLING}
      title={title}
      actions={<TextLink href={links.planVsActual}>{t('kpi.all')}</TextLink>}
    >
      <KpiTable
        label={title}
        kpis={kpisOf(ledger, ledger.actualsThrough)}
        ledger={ledger}
        style={style}
        last={{ header: t('kpi.attainment'), of: (comparison) => <Attainment comparison={comparison} style={style} /> }}
      />
    </Card>
  )
}

/** The month in progress (途中): how far it is, without verdict; absent while nothing is entered. */
export function RunningMonth({ ledger, style }: CardProps) {
  const t = useTranslations('overview')
  const { running, elapsed } = ledger
  const month = running === null ? undefined : ledger.year.months[running]
  const kpis = running === null ? [] : kpisOf(ledger, running)
  if (month === undefined || elapsed === null || kpis.every(({ comparison }) => comparison.actual === null)) return null
  const title = t('running.title', { month: formatMonth(month, style.locale) })
  const pace = formatRatio(elapsed.days / elapsed.of, style)
  return (
    <Card flush className={FILLING} title={title} hint={t('running.hint', elapsed)}>
      <KpiTable
        label={title}
        kpis={kpis}
        ledger={ledger}
        style={style}
        last={{
          header: t('running.progress', { pace }),
          of: ({ progress }) => (progress === null ? '—' : formatRatio(progress, style)),
        }}
      />
    </Card>
  )
}

type KpiTableProps = {
  readonly label: string
  readonly kpis: readonly Kpi[]
  readonly ledger: Ledger
  readonly style: FigureStyle
  /** The column that says how it stands. */
  readonly last: { readonly header: string; readonly of: (comparison: Comparison) => React.ReactNode }
}

function KpiTable({ label, kpis, ledger, style, last }: KpiTableProps) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  return (
    <FiguresTable
      label={label}
      className="grow"
      nameHeader={t('kpi.metric')}
      columns={[
        { key: 'actual', header: t('kpi.actual') },
        { key: 'plan', header: t('kpi.plan') },
        { key: 'last', header: last.header },
      ]}
      rows={kpis.map(({ section: { key, metric }, comparison }) => ({
        key,
        name: (
          <NameCell unit={isCount(metric) ? countUnit(metric, words) : moneyUnitLabel(style.unit, style)}>
            {sectionName(key, ledger, style.locale)}
          </NameCell>
        ),
        figures: [
          <Actual key="actual" comparison={comparison} metric={metric} style={style} />,
          comparison.plan === null ? '—' : figureText(metric, comparison.plan, style),
          comparison.actual === null ? null : last.of(comparison),
        ],
      }))}
    />
  )
}
