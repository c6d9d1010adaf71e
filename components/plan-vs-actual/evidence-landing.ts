import type { ChannelLanding } from '#lib/forecast/channel-landing'
import { formatDate, formatDateTime, formatMonth, formatRate, formatRatio } from '#lib/format'
import { METRICS } from '#lib/metrics'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import type { EvidenceLine, FigureEvidence } from './evidence'
import type { CellContext } from './figure-cell'
import { type FigureStyle, figureWithUnit, rangeText } from './figure-text'
import { landingIn, monthsIn } from './landing-in'
import { headlineLanding } from './landing-rows'
import { overridesIn, restatementsIn } from './marks'
import { rateName } from './names'
import { rowText, rowWithUnit } from './row-text'
import type { FigureAt } from './table-row'

/** Where a landing comes from: its actual part, its forecast part, the assumptions of a channel, what was set by hand. */
export function landingEvidence(figure: FigureAt, context: CellContext): FigureEvidence {
  const { row, period } = figure
  const { t, style, ledger, mode } = context
  const months = monthsIn(period, mode)
  const sum = (wanted: readonly number[]) => wanted.reduce((all, month) => all + (row.landing?.[month] ?? 0), 0)
  const [toDate, after] = [
    months.filter((month) => month <= ledger.actualsThrough),
    months.filter((month) => month > ledger.actualsThrough),
  ]
  const line = (label: string, value: number | null) => ({ label: t(label), value: rowWithUnit(row, value, style) })
  const byHand = overridesIn(row, period, ledger).map((each) => setByHand(each, context))
  return {
    formula: `${t('lines.landing')} = ${METRICS.landing.formula[style.locale]}`,
    lines: [
      ...(toDate.length > 0
        ? [line('evidence.landingActual', sum(toDate)), line('evidence.landingAhead', sum(after))]
        : []),
      line('lines.landing', landingIn(row, period, ledger, mode)),
      ...assumptions(figure, context),
      ...byHand.map(({ label, value }) => ({ label, value })),
      {
        label: t('evidence.period'),
        value: rangeText(ledger.year, months[0] ?? 0, months.at(-1) ?? 0, style.locale),
      },
    ],
    remarks: [...byHand.map(({ remark }) => remark), ...guard(figure, context), ...estimated(figure, context)],
  }
}

const channelOf = ({ row }: FigureAt, ledger: Ledger): ChannelLanding[] =>
  row.kind === 'part'
    ? headlineLanding(ledger).channels.filter((each) => row.id.endsWith(each.channelId) && each.rates.length > 0)
    : []

/** Rates and deal size that a single channel's forecast uses. */
function assumptions(figure: FigureAt, { ledger, style, t }: CellContext): EvidenceLine[] {
  const own = channelOf(figure, ledger)
  const [landing] = own
  if (own.length !== 1 || landing === undefined) return []
  const run = ledger.runs.find((each) => each.teamId === landing.teamId && each.channelId === landing.channelId)
  const stages = run?.stages ?? []
  const rates = landing.rates.map((rate, i): EvidenceLine => {
    const mark = landing.isInsufficient[i] ? '＊' : ''
    const label = rateName(stages[i] ?? '', stages[i + 1] ?? '', ledger, style.locale, t)
    return { label, value: `${formatRate(rate, style)}${mark}` }
  })
  return [
    ...rates,
    { label: METRICS.dealSize[style.locale], value: figureWithUnit('revenue', landing.dealSize, style) },
    { label: t('evidence.paceFactor'), value: formatRatio(landing.paceFactor, style) },
  ]
}

function guard(figure: FigureAt, { ledger, t }: CellContext): string[] {
  return channelOf(figure, ledger).some((each) => each.isInsufficient.includes(true))
    ? [t('evidence.insufficient')]
    : []
}

function estimated({ row }: FigureAt, { ledger, t }: CellContext): string[] {
  const count = headlineLanding(ledger).estimated.filter(({ teamId, line, channelId, metric }) =>
    row.rows.some(
      (own) => own.teamId === teamId && own.line === line && own.channelId === channelId && own.metric === metric,
    ),
  ).length
  return count === 0 ? [] : [t('evidence.estimated', { count })]
}

type Trace = { readonly by: string; readonly at: string; readonly reason: string }

/** 佐藤（2026/10/2 10:42）：理由. */
function trace({ by, at, reason }: Trace, style: FigureStyle, t: CellContext['t']): string {
  const { locale, timeZone } = style
  const when = timeZone ? formatDateTime(at, { locale, timeZone }) : formatDate(at.slice(0, 10), locale)
  return t('evidence.trace', { by, when, reason })
}

function setByHand(each: Trace & { readonly monthIndex: number; readonly amount: number }, context: CellContext) {
  const { ledger, style, t } = context
  const month = formatMonth(ledger.year.months[each.monthIndex] ?? ledger.year.first, style.locale)
  return {
    label: t('evidence.setByHand', { month }),
    value: figureWithUnit('revenue', each.amount, style),
    remark: trace(each, style, t),
  }
}

/** 訂正 5月 121 → 125, and who and why; only beside what was entered. */
export function correctionLines({ row, line, period }: FigureAt, context: CellContext) {
  const { ledger, style, t } = context
  const found = line === 'actual' ? restatementsIn(row, period, ledger) : []
  const text = (value: number | null) => (value === null ? t('table.missing') : rowText(row, value, style))
  const lines = found.map((each): EvidenceLine => {
    const month = formatMonth(each.month, style.locale)
    return { label: t('evidence.restated', { month }), value: `${text(each.before)} → ${text(each.after)}` }
  })
  return {
    lines,
    remarks: found.map(({ by, at, reason }) => {
      return trace({ by, at, reason: 'text' in reason ? reason.text : t(`evidence.reasons.${reason.key}`) }, style, t)
    }),
  }
}
