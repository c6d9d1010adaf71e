'use client'

import { useTranslations } from 'next-intl'
import { adoptableRate, percentOf } from '#lib/funnel/evidence'
import { EvidenceRange } from './evidence-range'
import { usePlanView } from './plan-view'
import { assumedRate, placeOf, type SeenRate } from './use-evidence'
import { useAssumed } from './use-plan'

type RateEvidenceCellsProps = {
  /** Place of the channel in the plan. */
  readonly index: number
  readonly seen: SeenRate
  /** The transition, both stages named. */
  readonly name: string
  readonly readOnly: boolean
  readonly onAdopt: () => void
}

/** Two cells beside a rate: where the assumption lies in the interval, and the observed rate, which one press takes over. */
export function RateEvidenceCells({ index, seen, name, readOnly, onAdopt }: RateEvidenceCellsProps) {
  const t = useTranslations('plan')
  const { count } = usePlanView()
  const { rate, lack, y, n } = seen
  const percent = adoptableRate(seen)
  const seenCounts = `${count(y)}/${count(n)}`
  if (lack !== null) {
    return (
      <span className="col-span-3 text-right text-micro text-text-3 tablet:col-span-2">
        {t(`lack.${lack}`)}
        {lack === 'moreThanDue' && <span className="block">{seenCounts}</span>}
      </span>
    )
  }
  return (
    <>
      <span className="min-w-0 max-tablet:col-span-2 max-tablet:row-start-2">
        <Place index={index} seen={seen} name={name} />
      </span>
      <span className="text-right leading-ui max-tablet:row-start-2">
        {percent === null || readOnly ? (
          <strong className="block">{rate === null ? '' : `${percentOf(rate)}%`}</strong>
        ) : (
          <button
            type="button"
            onClick={onAdopt}
            aria-label={t('adoptRate', { transition: name, rate: percent })}
            className="block w-full rounded-1 text-right font-strong text-accent underline-offset-3 hover:underline"
          >
            {percent}%
          </button>
        )}
        <span className="block text-micro whitespace-nowrap text-text-3">{seenCounts}</span>
      </span>
    </>
  )
}

/** The range, and in words whether the assumption lies inside it. */
function Place({ index, seen, name }: Pick<RateEvidenceCellsProps, 'index' | 'seen' | 'name'>) {
  const t = useTranslations('plan')
  const { rate, interval, to } = seen
  const assumed = useAssumed(index, (channel) => assumedRate(channel?.draft, to))
  const place = placeOf(seen, assumed)
  if (interval === null || rate === null) return null
  const label = t('rangeLabel', {
    transition: name,
    rate: percentOf(rate),
    low: percentOf(interval.low),
    high: percentOf(interval.high),
    assumed: assumed === null ? '—' : `${percentOf(assumed)}%`,
  })
  const words = place && t(`place.${place}`)
  return (
    <>
      <EvidenceRange
        label={words === null ? label : t('rangePlace', { label, place: words })}
        rate={rate}
        interval={interval}
        assumed={assumed}
      />
      {words !== null && (
        <span
          aria-hidden="true"
          className={`block text-center text-micro leading-ui ${place === 'inside' ? 'text-text-3' : 'font-strong text-watch'}`}
        >
          {words}
        </span>
      )}
    </>
  )
}
