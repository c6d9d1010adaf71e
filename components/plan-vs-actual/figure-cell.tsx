import type { ReactNode } from 'react'
import type { SettableLine } from '#lib/forecast/line-landing'
import { formatRatio } from '#lib/format'
import type { Comparison } from '#lib/plan-vs-actual/compared'
import { isAwaited, type Ledger } from '#lib/plan-vs-actual/ledger'
import type { Accumulation, Period } from '#lib/plan-vs-actual/period'
import { CumulativeCell, PairCell, PartialCell, VerdictCell } from '../table/cells'
import type { FigureStyle } from './figure-text'
import { landingIn } from './landing-in'
import type { Words } from './names'
import { rowText, rowVariance } from './row-text'
import { figureKey, type LineKind, type TableRow } from './table-row'

export type CellContext = {
  readonly ledger: Ledger
  readonly mode: Accumulation
  readonly style: FigureStyle
  readonly t: Words
  /** Opens the form in which a line's coming months are set; left out for who only reads. */
  readonly onSet?: (line: SettableLine) => void
}

type FigureCellProps = CellContext & { readonly row: TableRow; readonly line: LineKind; readonly period: Period }

/** A finished month, or a longer period to date, in which nothing of what is awaited was entered. */
export function isMissing(row: TableRow, period: Period, ledger: Ledger): boolean {
  const comparison = row.at(period)
  // What a rate rests on is missing in the rows of its stages; a campaign is not awaited month by month.
  if (comparison.actual !== null || row.unit !== 'metric' || row.kind === 'campaign') return false
  if (comparison.state === 'toDate') return comparison.partial
  if (period.kind !== 'month' || period.first > ledger.finishedThrough) return false
  const awaited = row.rows.filter(isAwaited)
  return awaited.length > 0 && awaited.every((each) => (each.actual[period.first] ?? null) === null)
}

/** One figure of the table. It carries its address, by which the evidence panel finds it. */
export function FigureCell(props: FigureCellProps) {
  const content = contentOf(props)
  if (content === null || content === '') return null
  const isRunning = props.row.at(props.period).state === 'running'
  return (
    <span
      data-figure={figureKey(
        props.row,
        props.line === 'attainment' && isRunning ? 'progress' : props.line,
        props.period,
      )}
      tabIndex={-1}
      className="rounded-[2px] outline-offset-2"
    >
      {content}
    </span>
  )
}

function contentOf(props: FigureCellProps): ReactNode {
  const { row, line, period, style } = props
  const comparison = row.at(period)
  switch (line) {
    case 'plan':
      return comparison.plan === null ? null : rowText(row, comparison.plan, style)
    case 'actual':
      return actualOf(comparison, props)
    case 'variance':
      return comparison.state === 'toDate' && comparison.actual !== null
        ? rowVariance(row, comparison.variance, style)
        : null
    case 'attainment':
      if (comparison.state === 'running') return progressOf(comparison, props)
      return comparison.state === 'toDate' && comparison.actual !== null ? attainmentOf(comparison, props) : null
    // Of the year it stands under the row's name, of the month in progress in place of its attainment.
    case 'progress':
      return null
    case 'lastYear':
      return lastYearOf(comparison, props)
    case 'landing':
      return landingText(props)
  }
}

function actualOf({ actual, partial }: Comparison, { row, period, ledger, style, t }: FigureCellProps): ReactNode {
  if (isMissing(row, period, ledger)) return t('table.missing')
  if (actual === null) return null
  const text = rowText(row, actual, style)
  return partial ? <PartialCell meaning={t('table.partial')}>{text}</PartialCell> : text
}

function attainmentOf(
  { attainment, verdict, cumulative, judgedBy }: Comparison,
  { style, t }: FigureCellProps,
): ReactNode {
  const text = formatRatio(attainment, style)
  if (attainment !== null && judgedBy?.partial) return <PartialCell meaning={t('table.partial')}>{text}</PartialCell>
  const label = verdict === null ? undefined : t(`verdicts.${verdict}`)
  const judged = (
    <VerdictCell verdict={verdict} label={label}>
      {text}
    </VerdictCell>
  )
  if (!cumulative || attainment === null) return judged
  return (
    <CumulativeCell mark={t('table.cumulativeMark')} meaning={t('table.cumulativeMeaning')}>
      {judged}
    </CumulativeCell>
  )
}

/** The month in progress is not judged: how far it is, beside how much of it has gone. */
function progressOf({ progress, pace }: Comparison, { style }: FigureCellProps): ReactNode {
  if (progress === null || pace === null) return null
  return (
    <span className="text-micro">
      <PairCell first={formatRatio(progress, style)} second={formatRatio(pace, style)} />
    </span>
  )
}

function lastYearOf({ lastYear, lastYearPartial }: Comparison, { row, style, t }: FigureCellProps): ReactNode {
  if (lastYear === null) return null
  const text = rowText(row, lastYear, style)
  return lastYearPartial ? <PartialCell meaning={t('table.partial')}>{text}</PartialCell> : text
}

function landingText({ row, period, ledger, mode, style }: FigureCellProps): ReactNode {
  const landing = landingIn(row, period, ledger, mode)
  return landing === null ? null : rowText(row, landing, style)
}
