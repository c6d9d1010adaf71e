import { formatCount, formatMultiple, formatRatio } from '#lib/format'
import { METRICS, type Metric, metricOf } from '#lib/metrics'
import type { Basis, Comparison } from '#lib/plan-vs-actual/compared'
import { ratio } from '#lib/ratio'
import { correctionLines, landingEvidence } from './evidence-landing'
import type { CellContext } from './figure-cell'
import { rangeText } from './figure-text'
import { rowWithUnit } from './row-text'
import type { FigureAt, LineKind, RowFigures, TableRow } from './table-row'

export type EvidenceLine = { readonly label: string; readonly value: string }

export type FigureEvidence = {
  /** Which figure: リード 9月 達成率. */
  readonly formula: string
  readonly lines: readonly EvidenceLine[]
  readonly remarks: readonly string[]
}

/** Where a figure of the table comes from: formula, operands, period, source rows, and why it is not judged. */
export function evidenceOf(figure: FigureAt, context: CellContext): FigureEvidence {
  if (figure.line === 'landing') return landingEvidence(figure, context)
  const corrections = correctionLines(figure, context)
  return {
    formula: formulaOf(figure, context),
    lines: [...operands(figure, context), ...corrections.lines, ...origin(figure, context)],
    remarks: [...corrections.remarks, ...remarks(figure).map((key) => context.t(`evidence.${key}`))],
  }
}

/** Sums of the table are told in words; a rate or a cost ratio is what its glossary says. */
function isGlossary({ row, line }: FigureAt): boolean {
  return row.unit !== 'metric' && (line === 'plan' || line === 'actual' || line === 'lastYear')
}

function formulaOf(figure: FigureAt, { t, style }: CellContext): string {
  const { row, line } = figure
  if (!isGlossary(figure)) return t(`evidence.${line}`)
  return `${t(`lines.${line}`)} = ${metricOf(row.metric).formula[style.locale]}`
}

/** The cells that a compared figure was computed from; null for plan, progress and last year. */
function restsOn({ row, line, period }: FigureAt): Basis | null {
  if (line === 'attainment') return row.at(period).judgedBy
  return line === 'actual' || line === 'variance' ? row.at(period).basis : null
}

function operands(figure: FigureAt, context: CellContext): EvidenceLine[] {
  const { row, line, period } = figure
  if (line === 'variance' || line === 'attainment') return comparedPair(figure, context)
  if (line === 'actual') return cohortOf(row.at(period), context)
  if (line !== 'progress') return []
  const { t, style, ledger } = context
  const { plan, actual, pace, state, progress } = row.at(period)
  const days = state === 'running' && ledger.elapsed ? t('evidence.elapsedBehind', ledger.elapsed) : ''
  return [
    { label: t('lines.actual'), value: rowWithUnit(row, actual, style) },
    { label: t('evidence.wholePlan'), value: rowWithUnit(row, plan, style) },
    { label: t('summary.progress'), value: formatRatio(progress, style) },
    { label: t('evidence.pace'), value: formatRatio(pace, style) + days },
  ]
}

function comparedPair({ row, line, period }: FigureAt, context: CellContext): EvidenceLine[] {
  const { t, style, ledger } = context
  const basis = restsOn({ row, line, period })
  const amount = (label: LineKind, value: number | null) => ({
    label: t(`lines.${label}`),
    value: rowWithUnit(row, value, style),
  })
  const pair = [amount('actual', basis?.actual ?? null), amount('plan', basis?.plan ?? null)]
  if (line === 'variance') return pair
  const judged = formatRatio(ratio(basis?.plan ?? null, basis?.actual ?? null), style)
  const hasProgress = row.unit === 'metric' && period.kind !== 'month' && period.last > ledger.actualsThrough
  return [
    ...pair,
    ...(metricOf(row.metric).better === 'up' ? [] : [{ label: t('evidence.judged'), value: judged }]),
    ...(hasProgress ? underWay(row.at(period), context) : []),
  ]
}

/** Of a rate: how many reached the stage, of how many that were due. */
function cohortOf({ y = null, n = null }: RowFigures, { t, style }: CellContext): EvidenceLine[] {
  if (y === null || n === null) return []
  return [
    { label: t('evidence.reached'), value: formatCount(y, style) },
    { label: t('evidence.due'), value: formatMultiple(n, style) },
  ]
}

/** Of a longer period that has not ended: how much of its whole plan is reached, beside how much should be. */
function underWay({ progress, pace }: Comparison, { t, style }: CellContext): EvidenceLine[] {
  return [
    { label: t('summary.progress'), value: formatRatio(progress, style) },
    { label: t('evidence.pace'), value: formatRatio(pace, style) },
  ]
}

/** A channel's revenue is not the sum of the three lines; its counts are defined as everywhere. */
function definitionOf({ id, kind, metric, unit }: TableRow): Metric {
  if (kind === 'unallocated') return METRICS.unallocated
  if (unit !== 'metric') return metricOf(metric)
  if (kind !== 'part' && kind !== 'campaign') return metricOf(id)
  return metric === 'revenue' ? METRICS.channel : metricOf(metric)
}

function origin({ row, line, period }: FigureAt, { t, style, ledger, mode }: CellContext): EvidenceLine[] {
  const shown = { first: mode === 'cumulative' ? 0 : period.first, last: period.last }
  const { first, last } = restsOn({ row, line, period }) ?? shown
  const definition = { label: t('evidence.definition'), value: definitionOf(row).formula[style.locale] }
  return [
    ...(isGlossary({ row, line, period }) ? [] : [definition]),
    { label: t('evidence.period'), value: rangeText(ledger.year, first, last, style.locale) },
    { label: t('evidence.source'), value: t('evidence.sourceRows', { count: row.rows.length }) },
  ]
}

function remarks({ row, line, period }: FigureAt): ('running' | 'partial' | 'few' | 'periodBasis')[] {
  const { state, partial, cumulative, judgedBy } = row.at(period)
  const basis = row.unit === 'unitCost' || row.unit === 'roi' ? (['periodBasis'] as const) : []
  if (line === 'plan' || line === 'lastYear') return [...basis]
  if (state === 'running') return ['running']
  const blank = line === 'attainment' ? judgedBy?.partial : partial
  const few = line === 'attainment' && cumulative
  return [...(blank ? (['partial'] as const) : []), ...(few ? (['few'] as const) : []), ...basis]
}
