'use client'

import { useTranslations } from 'next-intl'
import { formatYearMonth } from '#lib/format'
import { adoptableRate, EVIDENCE_MONTHS, percentOf } from '#lib/funnel/evidence'
import { addMonths, type Month } from '#lib/month'
import { Banner } from '../ui/banner'
import { TextLink } from '../ui/text-link'
import { usePlanView } from './plan-view'
import type { ShownRate } from './use-evidence'

/** Fewer units than this give an interval too wide to say much. */
const FEW = 100

type EvidenceRemarksProps = {
  readonly rates: readonly ShownRate[]
  /** The last finished month. */
  readonly lastFinished: Month
  readonly readOnly: boolean
  readonly onAdoptAll: () => void
}

/** Legend, the way to take all observed rates over, and what the evidence says in sentences. */
export function EvidenceRemarks({ rates, lastFinished, readOnly, onAdoptAll }: EvidenceRemarksProps) {
  const t = useTranslations('plan')
  const { locale, pathTo } = usePlanView()
  const remarks = useRemarks(rates)
  const months = {
    from: formatYearMonth(addMonths(lastFinished, 1 - EVIDENCE_MONTHS), locale),
    to: formatYearMonth(lastFinished, locale),
  }
  const outside = rates.some(({ place }) => place === 'above' || place === 'below')
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Legend />
        {!readOnly && rates.some((seen) => adoptableRate(seen) !== null) && (
          <button
            type="button"
            onClick={onAdoptAll}
            className="text-small font-strong text-accent underline-offset-3 hover:underline pointer-coarse:py-2"
          >
            {t('adoptAll')}
          </button>
        )}
      </div>
      {rates.length > 0 && (
        <Banner tone={outside ? 'watch' : 'info'} className="text-small!">
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
          {rates.every(({ lack }) => lack === 'nothingDue') && (
            <p>
              {t('remarkNoHistory')} <TextLink href={pathTo('actuals')}>{t('toActuals')}</TextLink>
            </p>
          )}
          <p className="text-micro text-text-2">{t('evidencePeriod', months)}</p>
        </Banner>
      )}
    </div>
  )
}

/** One sentence per thing worth saying; none when there is no history at all, or while the intervals are on their way. */
function useRemarks(rates: readonly ShownRate[]): string[] {
  const t = useTranslations('plan')
  const { count, stageLabel } = usePlanView()
  if (rates.every(({ lack }) => lack === 'nothingDue')) return []
  const judged = rates.filter(({ place }) => place !== null)
  const allInside = judged.length === rates.length && judged.every(({ place }) => place === 'inside')
  const own = rates.flatMap(({ from, to, n, lack, interval, assumed, place }) => {
    const transition = t('transitionOf', { from: stageLabel(from), to: stageLabel(to) })
    if (lack === 'nothingDue') return [t('remarkNothing', { transition })]
    if (lack === 'moreThanDue') return [t('remarkMore', { transition })]
    const few = interval && n < FEW ? [t('remarkFew', { transition, count: count(n) })] : []
    if (!interval || assumed === null || place === null || place === 'inside') return few
    const range = { low: percentOf(interval.low), high: percentOf(interval.high), assumed: percentOf(assumed) }
    return [t(place === 'above' ? 'remarkAbove' : 'remarkBelow', { transition, ...range }), ...few]
  })
  return [...(allInside ? [t('remarkAllInside', { count: rates.length })] : []), ...own]
}

function Legend() {
  const t = useTranslations('plan')
  return (
    <span aria-hidden="true" className="flex items-center gap-3 text-micro text-text-2">
      <span className="inline-flex items-center gap-1.5">
        <span className="h-3 w-0.5 bg-text" />
        {t('legendAssumed')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span className="size-1.75 rounded-full bg-accent" />
        {t('legendObserved')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span className="h-1.75 w-4 rounded-full border border-accent-line bg-accent-soft" />
        {t('legendInterval')}
      </span>
    </span>
  )
}
