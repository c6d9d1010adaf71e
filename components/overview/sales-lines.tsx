import { useTranslations } from 'next-intl'
import { LANDING_CASES, landingOf } from '#lib/forecast/landing'
import { formatCount, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import { belongs, hasPlan, type Ledger } from '#lib/plan-vs-actual/ledger'
import { monthsOf, PERIODS } from '#lib/plan-vs-actual/period'
import { lineRows } from '#lib/plan-vs-actual/sections'
import { sumOf, variance } from '#lib/ratio'
import { type FigureStyle, figureText, monthsText } from '../plan-vs-actual/figure-text'
import { listOf } from '../plan-vs-actual/names'
import { CardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import type { CardProps } from './overview-props'

const LINES = ['existing', 'salesSourced'] as const
const QUARTERS = PERIODS.filter((period) => period.kind === 'quarter')

/** What sales brings itself: 既存 and 営業独自 by quarter, actual and then expected, and whether sales can take what comes. */
export function SalesLines(props: CardProps) {
  const { ledger, style, links } = props
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const lines = LINES.filter((line) => lineRows(ledger, line).some(belongs))
  if (lines.length === 0 || !ledger.rows.some(hasPlan)) return null
  const landing = landingOf(ledger, LANDING_CASES.observed)
  return (
    <Card
      flush
      className="order-5"
      title={t('sales.title')}
      hint={moneyUnitLabel(style.unit, style)}
      actions={<TextLink href={links.planVsActual}>{t('sales.open')}</TextLink>}
    >
      <CardTable
        isDense
        label={t('sales.title')}
        nameHeader={t('lines.line')}
        columns={[
          ...QUARTERS.map(({ key }) => ({ key, header: words(`periods.${key}`), hiddenOnPhone: true })),
          { key: 'landing', header: t('lines.landing') },
          { key: 'difference', header: t('lines.difference') },
        ]}
        rows={lines.map((line) => {
          const byMonth = landing[`${line}ByMonth`]
          const plan = sumOf(lineRows(ledger, line).flatMap((row) => row.plan))
          return {
            key: line,
            name: METRICS[line][style.locale],
            cells: [
              ...QUARTERS.map((quarter) => (
                <Quarter key={quarter.key} byMonth={byMonth} period={quarter} ledger={ledger} style={style} />
              )),
              <b key="landing">{figureText('revenue', landing[line], style)}</b>,
              figureText('revenue', variance(landing[line], plan), style, true),
            ],
          }
        })}
      />
      <Capacity {...props} />
    </Card>
  )
}

type QuarterProps = Pick<CardProps, 'ledger' | 'style'> & {
  readonly byMonth: readonly number[]
  readonly period: (typeof QUARTERS)[number]
}

/** A quarter's actuals, or what is expected of it, hatched. */
function Quarter({ byMonth, period, ledger, style }: QuarterProps) {
  const amount = monthsOf(period).reduce((sum, month) => sum + (byMonth[month] ?? 0), 0)
  const text = figureText('revenue', amount, style)
  if (period.last <= ledger.actualsThrough) return <b>{text}</b>
  return <span className="hatch-forecast -mx-1 rounded-1 px-1 text-accent">{text}</span>
}

/** Sales capacity against the opportunities that the plan brings, by team. */
function Capacity({ ledger, remarks, style, links, teamId }: CardProps) {
  const t = useTranslations('overview')
  if (remarks.capacity.length === 0) {
    return (
      <p className="border-t px-4 py-2 text-small text-text-3">
        {t('sales.noCapacity')} <TextLink href={links.plan}>{t('empty.toPlan')}</TextLink>
      </p>
    )
  }
  return (
    <div className="border-t py-1.5 text-small">
      <p className="px-4 text-text-3">{t('sales.capacity')}</p>
      <ul>
        {remarks.capacity.map(({ teamId: id, perMonth, opportunities, monthsOver }) => {
          const words = {
            capacity: formatCount(Math.floor(perMonth), style),
            most: formatCount(Math.max(...opportunities), style),
            months: over(monthsOver, ledger, style),
          }
          return (
            <li key={id} className="flex gap-2 px-4 py-0.5">
              {id !== teamId && <span className="shrink-0 whitespace-nowrap text-text-2">{links.teams[id]?.name}</span>}
              <span>{t(monthsOver.length > 0 ? 'sales.over' : 'sales.within', words)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const over = (months: readonly number[], { year }: Ledger, style: FigureStyle) =>
  listOf(
    months.map((month) => monthsText(year, month, month, style.locale)),
    style.locale,
  )
