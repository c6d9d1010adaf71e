'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { formatYearMonth } from '#lib/format'
import { adoptableRate, EVIDENCE_MONTHS, percentOf } from '#lib/funnel/evidence'
import { addMonths, type Month } from '#lib/month'
import { sameWhileEqual } from '#lib/remembered'
import { Banner } from '../ui/banner'
import { TextLink } from '../ui/text-link'
import { usePlanView } from './plan-view'
import { assumedRate, placeOf, type SeenRate } from './use-evidence'
import { usePlan } from './use-plan'

/** Fewer units than this give an interval too wide to say much. */
const FEW = 100

type EvidenceRemarksProps = {
  /** Place of the channel in the plan. */
  readonly index: number
  readonly rates: readonly SeenRate[]
  /** The last finished month. */
  readonly lastFinished: Month
  readonly readOnly: boolean
  readonly onAdoptAll: () => void
}

/** Legend, the way to take all observed rates over, and what the evidence says in sentences. */
export function EvidenceRemarks({ index, rates, lastFinished, readOnly, onAdoptAll }: EvidenceRemarksProps) {
  const t = useTranslations('plan')
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
        <Remarks index={index} rates={rates}>
          <Period lastFinished={lastFinished} />
        </Remarks>
      )}
    </div>
  )
}

type RemarksProps = Pick<EvidenceRemarksProps, 'index' | 'rates'> & { readonly children: ReactNode }

function Remarks({ index, rates, children }: RemarksProps) {
  const { t, pathTo } = usePlanView()
  const judged = useJudged(index, rates)
  const remarks = useRemarks(judged)
  const outside = judged.some(({ place }) => place === 'above' || place === 'below')
  return (
    <Banner tone={outside ? 'watch' : 'info'} className="text-small!">
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {rates.every(({ lack }) => lack === 'nothingDue') && (
        <p>
          {t('remarkNoHistory')} <TextLink href={pathTo('actuals')}>{t('toActuals')}</TextLink>
        </p>
      )}
      {children}
    </Banner>
  )
}

function Period({ lastFinished }: Pick<EvidenceRemarksProps, 'lastFinished'>) {
  const { t, locale } = usePlanView()
  const from = formatYearMonth(addMonths(lastFinished, 1 - EVIDENCE_MONTHS), locale)
  return (
    <p className="text-micro text-text-2">{t('evidencePeriod', { from, to: formatYearMonth(lastFinished, locale) })}</p>
  )
}

type JudgedRate = SeenRate & { readonly assumed: number | null; readonly place: ReturnType<typeof placeOf> }

/** The rates with what is assumed beside them. */
function useJudged(index: number, rates: readonly SeenRate[]): readonly JudgedRate[] {
  const [same] = useState(() => sameWhileEqual<readonly (number | null)[]>())
  const assumed = usePlan(({ draft }) => same(rates.map(({ to }) => assumedRate(draft.channels[index], to))))
  return rates.map((seen, i) => {
    const own = assumed[i] ?? null
    return { ...seen, assumed: own, place: placeOf(seen, own) }
  })
}

/** One sentence per thing worth saying; none when there is no history at all, or while the intervals are on their way. */
function useRemarks(rates: readonly JudgedRate[]): string[] {
  const { t, count, stageLabel } = usePlanView()
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
