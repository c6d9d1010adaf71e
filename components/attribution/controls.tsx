'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { MODELS } from '#lib/attribution/models'
import { formatMonth } from '#lib/format'
import { VIEW_LOOKBACKS } from '#lib/input/attribution-view'
import { PERIODS, type Period } from '#lib/plan-vs-actual/period'
import { inBrowser } from '../ui/in-browser'
import { Select } from '../ui/select'
import { type AttributionFrame, attributionHref, type HeadFrame } from './attribution-props'
import { weightsText } from './rules-text'

/** What the figures are limited by: model, period, lookback. Each choice is an address of its own. */
export const Controls = inBrowser(Choices, () => <span className="h-(--control-h) w-135 max-tablet:h-18" />)

function Choices({ frame }: { readonly frame: HeadFrame }) {
  const t = useTranslations('attribution')
  const router = useRouter()
  const [pending, start] = useTransition()
  const { view, model, period, rules, defaultModel } = frame
  const choose = (change: Readonly<Record<string, string | null>>) =>
    start(() => router.push(attributionHref(frame, change), { scroll: false }))
  return (
    <div className="flex flex-wrap gap-2 tablet:flex-nowrap" aria-busy={pending || undefined}>
      <Select
        boxClassName="max-w-60"
        caption={t('model')}
        value={model}
        onChange={({ target }) => choose({ model: target.value === defaultModel ? null : target.value })}
      >
        {MODELS.map((each) => (
          <option key={each} value={each}>
            {[t(`models.${each}`), weightsText(each, rules)].filter(Boolean).join(' ')}
          </option>
        ))}
      </Select>
      <Select
        boxClassName="shrink-0"
        caption={t('period')}
        value={period.key}
        onChange={({ target }) => choose({ period: target.value === 'year' ? null : target.value, deal: null })}
      >
        {IN_ORDER.map((each) => (
          <option key={each.key} value={each.key}>
            {periodName(each, frame, t)}
          </option>
        ))}
      </Select>
      <Select
        caption={t('lookback')}
        value={view.lookback ?? ''}
        onChange={({ target }) => choose({ lookback: target.value === '' ? null : target.value })}
      >
        <option value="">{t('days', { days: frame.usualLookback })}</option>
        {VIEW_LOOKBACKS.filter((days) => days !== frame.usualLookback).map((days) => (
          <option key={days} value={days}>
            {t('daysTried', { days })}
          </option>
        ))}
      </Select>
    </div>
  )
}

/** The longest first. */
const IN_ORDER: readonly Period[] = (['year', 'half', 'quarter', 'month'] as const).flatMap((kind) =>
  PERIODS.filter((period) => period.kind === kind),
)

function periodName(
  period: Period,
  { year, style }: Pick<AttributionFrame, 'year' | 'style'>,
  t: (key: string) => string,
): string {
  if (period.kind !== 'month') return t(`periods.${period.key}`)
  return formatMonth(year.months[period.first] ?? year.first, style.locale)
}
