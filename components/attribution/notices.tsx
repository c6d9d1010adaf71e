import { useTranslations } from 'next-intl'
import type { AttributionStanding } from '#lib/attribution/standing'
import { formatCount, formatDateTime } from '#lib/format'
import { Banner } from '../ui/banner'
import { ProgressBar } from '../ui/progress-bar'
import type { AttributionFrame } from './attribution-props'
import { Refreshing } from './refreshing'

export type NoticeProps = {
  readonly frame: Pick<AttributionFrame, 'style' | 'view' | 'usualLookback' | 'model' | 'timeZone'>
  readonly standing: Pick<AttributionStanding, 'run' | 'waiting' | 'asOf'>
  /** Lookbacks of closed months that were frozen by other rules than the present ones. */
  readonly otherLookbacks: readonly number[]
  /** Too many deals to try the other lookback: the figures are the usual ones. */
  readonly isTooMany: boolean
  /** Markov was asked for and has no figures here: another model stands in. */
  readonly isWithout: boolean
}

/** What the figures do not show yet, or show by other rules than the usual ones. */
export function Notices({ frame, standing, otherLookbacks, isTooMany, isWithout }: NoticeProps) {
  const t = useTranslations('attribution.rules')
  const models = useTranslations('attribution.models')
  const { style, view, usualLookback, timeZone } = frame
  const { run, waiting, asOf } = standing
  const isTried = view.lookback !== null && view.lookback !== usualLookback
  const count = (value: number) => formatCount(value, style)
  return (
    <>
      {run !== null && (
        <Banner title={t('recomputing', { done: count(run.done), total: count(run.total) })}>
          <p>{t('recomputingBody')}</p>
          <ProgressBar share={run.total === 0 ? null : run.done / run.total} label={t('progress')} />
          <Refreshing />
        </Banner>
      )}
      {run === null && waiting > 0 && (
        <Banner title={t('waiting', { count: count(waiting) })}>
          {asOf !== null && (
            <p>{t('waitingBody', { time: formatDateTime(asOf, { locale: style.locale, timeZone }) })}</p>
          )}
          <Refreshing />
        </Banner>
      )}
      {isWithout && (
        <Banner>{t(isTried ? 'withoutMarkovTried' : 'withoutMarkov', { model: models(frame.model) })}</Banner>
      )}
      {isTooMany && <Banner tone="watch">{t('tooMany')}</Banner>}
      {!isTooMany && isTried && (
        <Banner title={t('tried', { days: view.lookback ?? usualLookback })}>
          <p>{t('triedBody', { usual: usualLookback })}</p>
        </Banner>
      )}
      {view.lookback === null && otherLookbacks.length > 0 && (
        <Banner>
          <p>
            {t('otherRules', {
              rules: otherLookbacks.map((days) => t('days', { days })).join(', '),
            })}
          </p>
        </Banner>
      )}
    </>
  )
}
