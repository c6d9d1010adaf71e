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
import { useAssumed } from './use-plan'

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
  const places = usePlaces(index, rates)
  const outside = places.some((place) => place === 'above' || place === 'below')
  const noHistory = rates.every(({ lack }) => lack === 'nothingDue')
  return (
    <Banner tone={outside ? 'watch' : 'info'} className="text-small!">
      {places.every((place) => place === 'inside') && <p>{t('remarkAllInside', { count: rates.length })}</p>}
      {noHistory ? (
        <p>
          {t('remarkNoHistory')} <TextLink href={pathTo('actuals')}>{t('toActuals')}</TextLink>
        </p>
      ) : (
        rates.map((seen) => <RateRemarks key={seen.to} index={index} seen={seen} />)
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

type Place = ReturnType<typeof placeOf>

/** Where each assumption lies against its interval. */
function usePlaces(index: number, rates: readonly SeenRate[]): readonly Place[] {
  const [same] = useState(() => sameWhileEqual<readonly Place[]>())
  return useAssumed(index, (channel) => same(rates.map((seen) => placeOf(seen, assumedRate(channel?.draft, seen.to)))))
}

/** One sentence per thing worth saying of a rate; none while its interval is on the way. */
function RateRemarks({ index, seen }: { readonly index: number; readonly seen: SeenRate }) {
  const { t, count, stageLabel } = usePlanView()
  const { from, to, n, lack, interval } = seen
  const assumed = useAssumed(index, (channel) => assumedRate(channel?.draft, to))
  const place = placeOf(seen, assumed)
  const transition = t('transitionOf', { from: stageLabel(from), to: stageLabel(to) })
  if (lack === 'nothingDue') return <p>{t('remarkNothing', { transition })}</p>
  if (lack === 'moreThanDue') return <p>{t('remarkMore', { transition })}</p>
  if (!interval) return null
  const isOutside = assumed !== null && (place === 'above' || place === 'below')
  const range = { low: percentOf(interval.low), high: percentOf(interval.high) }
  return (
    <>
      {isOutside && (
        <p>
          {t(place === 'above' ? 'remarkAbove' : 'remarkBelow', { transition, ...range, assumed: percentOf(assumed) })}
        </p>
      )}
      {n < FEW && <p>{t('remarkFew', { transition, count: count(n) })}</p>}
    </>
  )
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
