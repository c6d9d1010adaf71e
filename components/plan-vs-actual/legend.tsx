import { formatRatio } from '#lib/format'
import type { Thresholds } from '#lib/plan-vs-actual/ledger'
import { VerdictMark } from '../kpi/verdict-mark'
import type { FigureStyle } from './figure-text'
import type { Words } from './names'

const VERDICTS = ['good', 'watch', 'bad'] as const

/** From which attainment a figure is ○, △ or ×. */
export function VerdictLegend(props: {
  readonly thresholds: Thresholds
  readonly style: FigureStyle
  readonly t: Words
}) {
  const { thresholds, style, t } = props
  const limits = { good: formatRatio(thresholds.goodFrom, style), watch: formatRatio(thresholds.watchFrom, style) }
  return (
    <ul aria-label={t('legend.label')} className="flex gap-3 text-small max-tablet:hidden">
      {VERDICTS.map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict}>{t(`legend.${verdict}`, limits)}</VerdictMark>
        </li>
      ))}
    </ul>
  )
}
