import type { ReactNode } from 'react'
import { formatMonth, type Locale } from '#lib/format'
import { type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { type MissingCell, missing } from '#lib/plan-vs-actual/missing'
import { PERIODS } from '#lib/plan-vs-actual/period'
import { lineRows, metricRows } from '#lib/plan-vs-actual/sections'
import { TextLink } from '../ui/text-link'
import type { CellContext } from './figure-cell'
import { monthsText } from './figure-text'
import { isMarked } from './marks'
import { channelsWithoutCostPlan, isOverAllocated, listOf, sectionName } from './names'
import type { TableRow } from './table-row'

/** How many blank cells are named before the rest is counted. */
const NAMED = 4

type NotesProps = CellContext & { readonly rows: readonly TableRow[]; readonly toActuals: string }

/** What the table's marks mean, only those that stand in it; and what is missing, with the way there. */
export function Notes(props: NotesProps) {
  const notes = [missingNote(props), ...ruleNotes(props)].filter((note) => note !== null)
  return (
    <ul>
      {notes.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  )
}

type Note = { readonly key: string; readonly text: ReactNode }

function missingNote({ ledger, style, t, toActuals }: NotesProps): Note | null {
  const cells = missing(ledger)
  if (cells.length === 0 || ledger.actualsThrough < 0) return null
  const named = cells
    .slice(-NAMED)
    .reverse()
    .map((cell) => missingName(cell, { ledger, style, t }))
  const more = cells.length > NAMED ? [t('notes.missingMore', { count: cells.length - NAMED })] : []
  const list = [...named, ...more].join(style.locale === 'ja' ? '、' : ', ')
  const text = (
    <>
      {t('notes.missing', { count: cells.length, list })} <TextLink href={toActuals}>{t('notes.toActuals')}</TextLink>
    </>
  )
  return { key: 'missing', text }
}

/** 9月の展示会の費用. */
export function missingName(
  cell: MissingCell,
  { ledger, style, t }: Pick<NotesProps, 'ledger' | 'style' | 't'>,
): string {
  const { locale } = style
  const channel = ledger.channels.find((each) => each.id === cell.channelId)
  const line = sectionName(
    cell.line === 'channel' || cell.line === 'unallocated' ? cell.metric : cell.line,
    ledger,
    locale,
  )
  const what = channel ? `${channel.name} ${line}` : line
  return t('notes.missingCell', {
    month: formatMonth(ledger.year.months[cell.month] ?? ledger.year.first, locale),
    what,
  })
}

function ruleNotes(props: NotesProps): Note[] {
  const { ledger, style, mode, rows, t } = props
  const { actualsThrough, running } = ledger
  const month = (index: number) => monthsText(ledger.year, index, index, style.locale)
  const hasFew = mode === 'monthly' && rows.some((row) => PERIODS.some((period) => row.at(period).cumulative))
  const hasRunning =
    running !== null && rows.some((row) => row.rows.some((each) => (each.actual[running] ?? null) !== null))
  const note = (key: string, values?: Record<string, string>): Note => ({ key, text: t(`notes.${key}`, values) })
  return [
    ...(actualsThrough >= 0 && actualsThrough < 11 ? [note('periods', { month: month(actualsThrough) })] : []),
    ...beyondNote(ledger, note, style.locale),
    ...(hasFew ? [note('few')] : []),
    ...(hasRunning && running !== null ? [note('running', { month: month(running) })] : []),
    ...(ledger.runs.length > 0 && actualsThrough >= 0 && actualsThrough < 11
      ? [note('landing', { month: month(actualsThrough) })]
      : []),
    ...(hasUnit(rows, 'rate') ? [note('rates')] : []),
    ...costNotes(ledger, note, style.locale),
    ...(hasUnit(rows, 'unitCost') ? [note('costRatios')] : []),
    ...(hasMarks(rows, ledger) ? [note('marks')] : []),
    ...(lineRows(ledger, 'marketing').length > 0 ? [note('leadSource')] : []),
    ...rows
      .flatMap((row) => row.parts.filter((part) => part.kind === 'unallocated'))
      .map((part) => note(isOverAllocated(part) ? 'overallocated' : 'unallocated')),
  ]
}

/** Months after a boundary that was chosen earlier: what is entered in them is in no total. */
function beyondNote(
  { rows, year, actualsThrough, finishedThrough }: Ledger,
  note: (key: string, values?: Record<string, string>) => Note,
  locale: Locale,
): Note[] {
  const isEntered = (month: number) => rows.some((row) => (row.actual[month] ?? null) !== null)
  const beyond = MONTHS.filter((month) => month > actualsThrough && month <= finishedThrough && isEntered(month))
  const [first, last] = [beyond[0], beyond.at(-1)]
  if (first === undefined || last === undefined) return []
  return [note('beyond', { months: monthsText(year, first, last, locale) })]
}

const hasUnit = (rows: readonly TableRow[], unit: TableRow['unit']) => rows.some((row) => row.unit === unit)

function hasMarks(rows: readonly TableRow[], ledger: Ledger): boolean {
  return rows.some((row) =>
    PERIODS.some((period) => isMarked(row, 'actual', period, ledger) || isMarked(row, 'landing', period, ledger)),
  )
}

function costNotes(
  ledger: Ledger,
  note: (key: string, values?: Record<string, string>) => Note,
  locale: Locale,
): Note[] {
  if (metricRows(ledger, 'cost').length === 0) return []
  const unplanned = channelsWithoutCostPlan(ledger)
  return [
    note('cost'),
    ...(unplanned.length > 0 ? [note('costUnplanned', { channels: listOf(unplanned, locale) })] : []),
  ]
}
