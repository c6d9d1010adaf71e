import { minorDigits, rounded } from '#lib/format'
import { isCount } from '#lib/metrics'
import { PERIODS } from '#lib/plan-vs-actual/period'
import type { CellContext } from './figure-cell'
import { figureValue } from './figure-value'
import { periodName } from './names'
import { type LineKind, rowLines, type TableRow } from './table-row'

/** The table as one copies it into a sheet: tab-separated, a line per line of the table, and how many lines there are. */
export type TableText = { readonly text: string; readonly count: number }

/** What is shown: which rows are open, which lines they have, monthly or cumulative. */
export type TableTextInput = Pick<CellContext, 'ledger' | 'mode' | 'style' | 't'> & {
  readonly rows: readonly TableRow[]
  readonly open: readonly string[]
  readonly lines: readonly LineKind[]
}

/**
 * The rows that are shown, monthly or cumulative as they are shown, in full precision: money in whole units of the
 * currency, counts as they are, ratios as percent text with two decimals. Blank and undefined cells are empty.
 */
export function tableText({ rows, open, lines, ledger, mode, style, t }: TableTextInput): TableText {
  const minor = minorDigits(style.currency)
  const head = [
    t('table.nameInCopy', { currency: style.currency }),
    t('table.line'),
    ...PERIODS.map((period) => periodName(period, ledger, style.locale, t)),
  ]
  const body = named(rows, open, []).flatMap(({ row, name }) =>
    rowLines(row, lines).map((line) => [
      safe(name),
      t(`lines.${line}`),
      ...PERIODS.map((period) => cellText(row, line, figureValue({ row, line, period }, ledger, mode), minor)),
    ]),
  )
  return { text: [head, ...body].map((cells) => cells.join('\t')).join('\n'), count: body.length }
}

type Named = { readonly row: TableRow; readonly name: string }

/** Shown rows with the names above them: リード / 展示会 / 春の展示会. */
function named(rows: readonly TableRow[], open: readonly string[], above: readonly string[]): Named[] {
  return rows.flatMap((row) => {
    const path = [...above, row.name]
    return [{ row, name: path.join(' / ') }, ...(open.includes(row.id) ? named(row.parts, open, path) : [])]
  })
}

function cellText(row: TableRow, line: LineKind, value: number | null, minor: number): string {
  if (value === null || !Number.isFinite(value)) return ''
  if (line === 'attainment') return percentText(value)
  if (row.unit === 'rate' || row.unit === 'roi')
    return line === 'variance' ? `${hundredths(value)}pt` : percentText(value)
  if (row.unit === 'metric' && isCount(row.metric)) return String(rounded(value, 0))
  return (rounded(value, 0) / 10 ** minor).toFixed(minor)
}

const hundredths = (value: number) => (rounded(value, 4) * 100).toFixed(2)

/** 145.23%; one below 100 % is never 100.00% (DOMAIN §1). */
function percentText(value: number): string {
  const text = hundredths(value)
  return `${value < 1 && text === '100.00' ? '99.99' : text}%`
}

/** A name that a sheet would read as a formula is kept as text; it stays in its cell. */
function safe(name: string): string {
  const flat = name.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@＝＋－＠]/.test(flat) ? `'${flat}` : flat
}
