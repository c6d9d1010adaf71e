import { useTranslations } from 'next-intl'
import { formatMultiple } from '#lib/format'
import { addMonths, type Month } from '#lib/month'
import type { PeriodCoverage, Undated } from '#lib/pipeline/summary'
import { VerdictMark } from '../kpi/verdict-mark'
import { monthsText } from '../plan-vs-actual/figure-text'
import { CardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { FigureLink } from './figure-link'
import { type PipelineFrame, recordsHref } from './pipeline-props'
import { amountText, amountWithUnit, countText, unitText } from './words'

type CoverageCardProps = PipelineFrame & {
  readonly rows: readonly PeriodCoverage[]
  readonly undated: Undated
  readonly planHref: string
}

/** カバレッジ: whether what is open covers what remains of each quarter's goal. */
export function CoverageCard({ rows, undated, planHref, ...frame }: CoverageCardProps) {
  const t = useTranslations('pipeline')
  const { style } = frame
  const hasGoal = rows.some((row) => row.goal !== null)
  return (
    <Card flush title={t('coverage.title')} hint={t('coverage.hint', { unit: unitText(style) })}>
      <div className="overflow-x-auto">
        <CardTable
          isDense
          label={t('coverage.title')}
          nameHeader={t('period')}
          columns={[
            { key: 'goal', header: t('coverage.goal'), hiddenOnPhone: true },
            { key: 'booked', header: t('coverage.booked'), hiddenOnPhone: true },
            { key: 'remaining', header: t('coverage.remaining') },
            { key: 'open', header: t('coverage.open') },
            { key: 'coverage', header: t('coverage.coverage') },
            { key: 'shortfall', header: t('coverage.shortfall'), hiddenOnPhone: true },
          ]}
          rows={rows.map((row) => coverageRow(row, frame, t))}
        />
      </div>
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">
        {t('coverage.formula')}
        {!hasGoal && (
          <>
            {' '}
            {t('coverage.noGoal')} <TextLink href={planHref}>{t('toPlan')}</TextLink>
          </>
        )}
        <UndatedNote undated={undated} frame={frame} />
      </p>
    </Card>
  )
}

type Words = ReturnType<typeof useTranslations<'pipeline'>>

function coverageRow(row: PeriodCoverage, frame: PipelineFrame, t: Words) {
  const { year, style } = frame
  const { key, first, last } = row.period
  const running = frame.today.slice(0, 7) as Month
  const start = year.months[first] ?? year.first
  const records = recordsHref(frame, 'deals', {
    basis: 'open',
    customers: 'all',
    from: start < running ? running : start,
    to: year.months[last] ?? year.last,
  })
  const multiple = (value: number | null) => t('times', { value: formatMultiple(value, style) })
  return {
    key,
    isTotal: key === 'year',
    name: (
      <>
        {t(`periods.${key as 'year'}`)}{' '}
        <span className="text-text-3">{monthsText(year, first, last, style.locale)}</span>
      </>
    ),
    cells: [
      amountText(row.goal, style),
      amountText(row.booked, style),
      amountText(row.remaining, style),
      <FigureLink key="open" href={records} count={row.open.count}>
        {amountText(row.open.amount, style)}
      </FigureLink>,
      <CoverageMark
        key="coverage"
        row={row}
        text={row.coverage === null ? '—' : multiple(row.coverage)}
        needed={row.needed === null ? null : multiple(row.needed)}
      />,
      amountText(row.shortfall, style),
    ],
  }
}

/** ○ or × with the multiple, and the one that is needed beside it. */
function CoverageMark({
  row,
  text,
  needed,
}: {
  readonly row: PeriodCoverage
  readonly text: string
  readonly needed: string | null
}) {
  const t = useTranslations('pipeline')
  const verdict = row.isCovered === null ? null : row.isCovered ? 'good' : 'bad'
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <VerdictMark
        verdict={verdict}
        label={verdict === null ? undefined : t(verdict === 'good' ? 'coverage.enough' : 'coverage.tooLittle')}
      >
        {text}
      </VerdictMark>
      {needed !== null && <span className="text-text-3">/{needed}</span>}
    </span>
  )
}

function UndatedNote({ undated, frame }: { readonly undated: Undated; readonly frame: PipelineFrame }) {
  const t = useTranslations('pipeline')
  const { overdue, none, running } = undated
  const late = recordsHref(frame, 'deals', { basis: 'open', customers: 'all', to: addMonths(running, -1) })
  return (
    <>
      {overdue.count > 0 && (
        <span className="block">
          {t('coverage.overdue', {
            count: countText(overdue.count, frame.style),
            amount: amountWithUnit(overdue.amount, frame.style),
          })}{' '}
          <TextLink href={late}>{t('coverage.toOverdue')}</TextLink>
        </span>
      )}
      {none.count > 0 && (
        <span className="block">{t('coverage.undated', { count: countText(none.count, frame.style) })}</span>
      )}
    </>
  )
}
