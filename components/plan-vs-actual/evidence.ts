import { formatRatio } from '#lib/format'
import { METRICS, type Metric, metricOf } from '#lib/metrics'
import type { Basis, Comparison } from '#lib/plan-vs-actual/compared'
import { ratio } from '#lib/ratio'
import type { CellContext } from './figure-cell'
import { figureWithUnit, rangeText } from './figure-text'
import type { FigureAt, LineKind, TableRow } from './table-row'

export type EvidenceLine = { readonly label: string; readonly value: string }

export type FigureEvidence = {
  /** Which figure: リード 9月 達成率. */
  readonly formula: string
  readonly lines: readonly EvidenceLine[]
  readonly remarks: readonly string[]
}

/** Where a figure of the table comes from: formula, operands, period, source rows, and why it is not judged. */
export function evidenceOf(figure: FigureAt, context: CellContext): FigureEvidence {
  const { t } = context
  return {
    formula: t(`evidence.${figure.line}`),
    lines: [...operands(figure, context), ...origin(figure, context)],
    remarks: remarks(figure).map((key) => t(`evidence.${key}`)),
  }
}

/** The cells that a compared figure was computed from; null for plan, progress and last year. */
function restsOn({ row, line, period }: FigureAt): Basis | null {
  if (line === 'attainment') return row.at(period).judgedBy
  return line === 'actual' || line === 'variance' ? row.at(period).basis : null
}

function operands({ row, line, period }: FigureAt, context: CellContext): EvidenceLine[] {
  const { t, style, ledger } = context
  const { plan, actual, pace, state, progress } = row.at(period)
  const basis = restsOn({ row, line, period })
  const amount = (label: LineKind, value: number | null) => ({
    label: t(`lines.${label}`),
    value: figureWithUnit(row.metric, value, style),
  })
  if (line === 'variance' || line === 'attainment') {
    const pair = [amount('actual', basis?.actual ?? null), amount('plan', basis?.plan ?? null)]
    if (line === 'variance') return pair
    const judged = formatRatio(ratio(basis?.plan ?? null, basis?.actual ?? null), style)
    return [
      ...pair,
      ...(metricOf(row.metric).better === 'up' ? [] : [{ label: t('evidence.judged'), value: judged }]),
      ...(period.kind !== 'month' && period.last > ledger.actualsThrough ? underWay(row.at(period), context) : []),
    ]
  }
  if (line !== 'progress') return []
  const { elapsed } = ledger
  const days = state === 'running' && elapsed ? t('evidence.elapsedBehind', elapsed) : ''
  return [
    amount('actual', actual),
    { label: t('evidence.wholePlan'), value: figureWithUnit(row.metric, plan, style) },
    { label: t('summary.progress'), value: formatRatio(progress, style) },
    { label: t('evidence.pace'), value: formatRatio(pace, style) + days },
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
function definitionOf({ id, kind, metric }: TableRow): Metric {
  if (kind === 'unallocated') return METRICS.unallocated
  if (kind !== 'part') return metricOf(id)
  return metric === 'revenue' ? METRICS.channel : metricOf(metric)
}

function origin({ row, line, period }: FigureAt, { t, style, ledger, mode }: CellContext): EvidenceLine[] {
  const shown = { first: mode === 'cumulative' ? 0 : period.first, last: period.last }
  const { first, last } = restsOn({ row, line, period }) ?? shown
  return [
    { label: t('evidence.definition'), value: definitionOf(row).formula[style.locale] },
    { label: t('evidence.period'), value: rangeText(ledger.year, first, last, style.locale) },
    { label: t('evidence.source'), value: t('evidence.sourceRows', { count: row.rows.length }) },
  ]
}

function remarks({ row, line, period }: FigureAt): ('running' | 'partial' | 'few')[] {
  const { state, partial, cumulative, judgedBy } = row.at(period)
  if (line === 'plan' || line === 'lastYear') return []
  if (state === 'running') return ['running']
  const blank = line === 'attainment' ? judgedBy?.partial : partial
  return [...(blank ? (['partial'] as const) : []), ...(line === 'attainment' && cumulative ? (['few'] as const) : [])]
}
