import { useTranslations } from 'next-intl'
import { ripenessOfRuns } from '#lib/forecast/ripeness'
import { formatCount, formatMonth, formatRate, formatRatio } from '#lib/format'
import { compared } from '#lib/plan-vs-actual/compared'
import { belongs, type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { comparedRate, type RateComparison, type RateSection, rateSections } from '#lib/plan-vs-actual/rates'
import { metricRows } from '#lib/plan-vs-actual/sections'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'
import { countUnit, rateName, sectionName } from '../plan-vs-actual/names'
import { type CardRow, CardTable } from '../table/card-table'
import { NameCell } from '../table/cells'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { Actual, Attainment, RateActual } from './comparison-figures'
import type { CardProps } from './overview-props'
import { useIntervals } from './use-intervals'

const COUNTS = ['opportunity', 'won'] as const

/** 商談と受注: counts of the last month and to date, and the rates into them with interval and ripeness. */
export function Pipeline({ ledger, style, links }: CardProps) {
  const t = useTranslations('overview')
  const boundary = ledger.year.months[ledger.actualsThrough]
  const months = MONTHS.slice(0, ledger.actualsThrough + 1)
  const rates = rateSections(ledger)
    .filter(({ to }) => COUNTS.some((key) => key === to))
    .reverse()
    .map((section) => ({ section, comparison: comparedRate(section.runs, section.to, months, ledger) }))
  const rows = [...useCountRows(ledger, style), ...useRateRows(rates, ledger, style)]
  if (boundary === undefined || rows.length === 0) return null
  const month = formatMonth(boundary, style.locale)
  return (
    <Card
      flush
      className="order-4 flex flex-1 flex-col"
      title={t('pipeline.title')}
      hint={t('pipeline.hint', { month })}
      actions={<TextLink href={links.planVsActual}>{t('kpi.all')}</TextLink>}
    >
      <CardTable
        isDense
        label={t('pipeline.title')}
        className="grow"
        isTight
        nameHeader={t('kpi.metric')}
        columns={[
          { key: 'month', header: t('pipeline.month', { month }), hiddenOnPhone: true },
          { key: 'plan', header: t('pipeline.plan', { month }) },
          { key: 'actual', header: t('lines.actualToDate', { month }) },
          { key: 'attainment', header: t('lines.attainment') },
          { key: 'sure', header: t('pipeline.interval'), hiddenOnPhone: true },
        ]}
        rows={rows}
      />
      <Ripeness rates={rates} ledger={ledger} style={style} />
    </Card>
  )
}

function useCountRows(ledger: Ledger, style: FigureStyle): CardRow[] {
  const words = useTranslations('plan-vs-actual')
  const months = MONTHS.slice(0, ledger.actualsThrough + 1)
  return COUNTS.flatMap((key): CardRow[] => {
    const rows = metricRows(ledger, key)
    if (!rows.some(belongs)) return []
    const toDate = compared(rows, months, ledger)
    return [
      {
        key,
        name: <NameCell unit={countUnit(key, words)}>{sectionName(key, ledger, style.locale)}</NameCell>,
        cells: [
          <Attainment key="month" comparison={compared(rows, [ledger.actualsThrough], ledger)} style={style} />,
          toDate.plan === null ? '—' : figureText(key, toDate.plan, style),
          <Actual key="actual" comparison={toDate} metric={key} style={style} />,
          <Attainment key="attainment" comparison={toDate} style={style} />,
          null,
        ],
      },
    ]
  })
}

type Rate = { readonly section: RateSection; readonly comparison: RateComparison }

function useRateRows(rates: readonly Rate[], ledger: Ledger, style: FigureStyle): CardRow[] {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const intervals = useIntervals(rates.map(({ comparison: { y, n } }) => ({ y, n })))
  return rates.map(({ section: { key, from, to }, comparison }, i): CardRow => {
    const interval = intervals[i] ?? null
    const planned = comparison.basis?.plan ?? null
    const isInside = interval !== null && planned !== null && planned >= interval.low && planned <= interval.high
    return {
      key,
      name: rateName(from, to, ledger, style.locale, words),
      cells: [
        null,
        formatRate(planned, style),
        <RateActual key="actual" comparison={comparison} style={style} />,
        <Attainment key="attainment" comparison={comparison} style={style} />,
        interval === null ? (
          '—'
        ) : (
          <span key="sure">
            {t('pipeline.range', { low: formatRate(interval.low, style), high: formatRate(interval.high, style) })}
            {planned !== null && (
              <small className="ml-1.5 text-text-3">{t(isInside ? 'pipeline.inside' : 'pipeline.outside')}</small>
            )}
          </span>
        ),
      ],
    }
  })
}

/** How much of what was brought has had its time: rates of younger ones are still to come. */
function Ripeness({ rates, ledger, style }: Pick<CardProps, 'ledger' | 'style'> & { readonly rates: readonly Rate[] }) {
  const t = useTranslations('overview')
  const words = useTranslations('plan-vs-actual')
  const months = MONTHS.slice(0, ledger.actualsThrough + 1)
  const known = rates.flatMap(({ section: { from, to, runs }, comparison }) => {
    const ripeness = ripenessOfRuns(runs, to, months, ledger)
    const name = rateName(from, to, ledger, style.locale, words)
    const values = { name, value: formatRatio(ripeness, style), count: formatCount(comparison.n, style) }
    return ripeness === null ? [] : [t('pipeline.ripe', values)]
  })
  if (known.length === 0) return null
  return (
    <p className="border-t px-4 py-2 text-small text-text-3">
      {t('pipeline.ripeness', { list: known.join(t('tasks.comma')) })}
    </p>
  )
}
