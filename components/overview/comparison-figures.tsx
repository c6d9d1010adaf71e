import { useTranslations } from 'next-intl'
import { formatRate, formatRatio } from '#lib/format'
import type { Comparison } from '#lib/plan-vs-actual/compared'
import type { LedgerMetric } from '#lib/plan-vs-actual/ledger'
import { VerdictMark } from '../kpi/verdict-mark'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'
import { CumulativeCell, PairCell, PartialCell } from '../table/cells'

type ComparisonProps = { readonly comparison: Comparison; readonly style: FigureStyle }

/** The attainment with its verdict; ＊ and no verdict while something is blank, 累 when it is that of the year so far. */
export function Attainment({ comparison, style }: ComparisonProps) {
  const t = useTranslations('plan-vs-actual')
  const { attainment, verdict, judgedBy, cumulative } = comparison
  const text = formatRatio(attainment, style)
  if (attainment !== null && judgedBy?.partial) return <PartialCell meaning={t('table.partial')}>{text}</PartialCell>
  const mark = (
    <VerdictMark verdict={verdict} label={verdict === null ? undefined : t(`verdicts.${verdict}`)}>
      {text}
    </VerdictMark>
  )
  if (!cumulative || attainment === null) return mark
  return (
    <CumulativeCell mark={t('table.cumulativeMark')} meaning={t('table.cumulativeMeaning')}>
      {mark}
    </CumulativeCell>
  )
}

/** The actual, strong; ＊ while something is blank, 未入力 when nothing is entered. */
export function Actual({ comparison, metric, style }: ComparisonProps & { readonly metric: LedgerMetric }) {
  const t = useTranslations('plan-vs-actual')
  const { actual, partial } = comparison
  if (actual === null) return partial ? <span className="text-watch">{t('table.missing')}</span> : null
  const text = <b>{figureText(metric, actual, style)}</b>
  return partial ? <PartialCell meaning={t('table.partial')}>{text}</PartialCell> : text
}

/** 進捗率 beside 標準進捗. */
export function ProgressPair({ comparison, style }: ComparisonProps) {
  const { progress, pace } = comparison
  if (progress === null) return '—'
  return <PairCell first={formatRatio(progress, style)} second={formatRatio(pace, style)} />
}

/** An actual rate, strong; ＊ while something that it rests on is blank. */
export function RateActual({ comparison, style }: ComparisonProps) {
  const t = useTranslations('plan-vs-actual')
  const text = <b>{formatRate(comparison.actual, style)}</b>
  return comparison.partial ? <PartialCell meaning={t('table.partial')}>{text}</PartialCell> : text
}
