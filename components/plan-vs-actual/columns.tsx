import { formatRatio } from '#lib/format'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { PERIODS, type Period } from '#lib/plan-vs-actual/period'
import { ChannelName } from '../kpi/channel-dot'
import { NameCell } from '../table/cells'
import type { CellLook, DataColumn } from '../table/column'
import { type CellContext, FigureCell, isMissing } from './figure-cell'
import { landingIn } from './landing-in'
import { isMarked } from './marks'
import { periodName } from './names'
import { rowUnitLabel } from './row-text'
import { figureKey, LINES, type LineKind, type TableRow } from './table-row'

/** Metric and line stay in view; then every month, quarter, half and the year. */
export function tableColumns(context: CellContext): DataColumn<TableRow>[] {
  const { t, ledger, style } = context
  const name: DataColumn<TableRow> = {
    id: 'name',
    header: t('table.name'),
    frozen: true,
    perRow: true,
    width: style.locale === 'ja' ? 124 : 134,
    cell: (row) => <RowName row={row} unit={rowUnitLabel(row, style, t)} />,
    below: (row) => <Below row={row} {...context} />,
  }
  const line: DataColumn<TableRow> = {
    id: 'line',
    header: t('table.line'),
    frozen: true,
    width: style.locale === 'ja' ? 64 : 86,
    cell: (_row, kind) => <span className="text-micro font-regular text-text-3">{t(`lines.${kind}`)}</span>,
  }
  return [name, line, ...PERIODS.map((period) => periodColumn(period, context, telling(ledger).has(period.key)))]
}

const YEAR: Period = { key: 'year', kind: 'year', first: 0, last: 11 }

function Below(props: CellContext & { readonly row: TableRow }) {
  const { row, onSet, t } = props
  const { settable } = row
  return (
    <>
      <YearProgress {...props} />
      {settable && onSet && (
        <button
          type="button"
          onClick={() => onSet(settable)}
          aria-label={t('landing.setFor', { name: row.name })}
          className="mt-1 block text-micro font-strong text-accent underline-offset-3 hover:underline max-tablet:hidden"
        >
          {t('landing.set')}
        </button>
      )}
    </>
  )
}

/** How far the year has come, beside how far it should be: one figure of a block, so it needs no line of its own. */
function YearProgress(props: CellContext & { readonly row: TableRow }) {
  const { row, ledger, style, t } = props
  const { progress, pace } = row.at(YEAR)
  const isUnderWay = ledger.actualsThrough < YEAR.last
  if (
    row.unit !== 'metric' ||
    row.kind === 'unallocated' ||
    row.kind === 'campaign' ||
    !isUnderWay ||
    progress === null ||
    pace === null
  )
    return null
  return (
    <span
      data-figure={figureKey(row, 'progress', YEAR)}
      tabIndex={-1}
      className="inline-grid grid-cols-[auto_auto] gap-x-1.5 rounded-[2px] text-micro leading-ui text-text-3 outline-offset-2"
    >
      <span>{t('table.progress')}</span>
      <span className="text-right text-text-2">{formatRatio(progress, style)}</span>
      <span>{t('table.pace')}</span>
      <span className="text-right">{formatRatio(pace, style)}</span>
    </span>
  )
}

function RowName({ row, unit }: { readonly row: TableRow; readonly unit: string }) {
  if (row.kind === 'part' || row.kind === 'unallocated' || row.kind === 'campaign') {
    return row.colour === null ? row.name : <ChannelName colour={row.colour}>{row.name}</ChannelName>
  }
  const text = row.kind === 'section' ? <b className="text-text">{row.name}</b> : row.name
  if (row.metric === 'revenue' && row.id !== 'revenue') return text
  if (unit === '') return text
  return <NameCell unit={<span className="max-tablet:hidden">{unit}</span>}>{text}</NameCell>
}

function periodColumn(period: Period, context: CellContext, onPhone: boolean): DataColumn<TableRow> {
  return {
    id: period.key,
    header: <PeriodName period={period} {...context} />,
    kind: period.kind,
    width: 52,
    hiddenOnPhone: !onPhone,
    look: (row, line) => lookOf(row, line, period, context),
    marked: (row, line) => isMarked(row, line, period, context.ledger),
    cell: (row, line) => {
      const kind = LINES.find((each) => each === line)
      return kind === undefined ? null : <FigureCell row={row} line={kind} period={period} {...context} />
    },
  }
}

function PeriodName({ period, ledger, style, t }: CellContext & { readonly period: Period }) {
  const name = periodName(period, ledger, style.locale, t)
  if (period.kind !== 'month' || period.first !== ledger.running) return name
  return (
    <>
      {name} <span className="text-text-3">{t('runningMonth')}</span>
    </>
  )
}

function lookOf(row: TableRow, line: string, period: Period, { ledger, mode }: CellContext): CellLook {
  if (line === ('landing' satisfies LineKind)) return landingIn(row, period, ledger, mode) === null ? null : 'forecast'
  if (line === ('actual' satisfies LineKind) && isMissing(row, period, ledger)) return 'missing'
  return row.at(period).state === 'running' && line !== 'plan' && line !== 'lastYear' ? 'running' : null
}

/** On a phone: the last month with actuals (before the first, the year's first) and the year. */
function telling({ actualsThrough }: Ledger): ReadonlySet<string> {
  return new Set([`m${Math.max(0, actualsThrough)}`, 'year'])
}
