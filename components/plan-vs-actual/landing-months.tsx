'use client'

import { useTranslations } from 'next-intl'
import { formatDate, formatDateTime, formatMoney, formatYearMonth, moneyUnitLabel } from '#lib/format'
import { Field } from '../ui/field'
import { NumberInput } from '../ui/input'
import type { FigureStyle } from './figure-text'
import { type LandingForm, type LandingMonth, typed } from './landing-form'

type LandingMonthsProps = {
  readonly form: LandingForm
  readonly onChange: (form: LandingForm) => void
  readonly style: FigureStyle
}

/** One field per coming month: empty means its plan. Who set it, when and why stands under it. */
export function LandingMonths({ form, onChange, style }: LandingMonthsProps) {
  return (
    <div className="grid gap-2">
      {form.map((each) => (
        <MonthField
          key={each.month}
          each={each}
          style={style}
          onText={(text) => onChange(typed(form, each.month, text, style.currency))}
        />
      ))}
    </div>
  )
}

type MonthFieldProps = {
  readonly each: LandingMonth
  readonly style: FigureStyle
  readonly onText: (text: string) => void
}

function MonthField({ each, style, onText }: MonthFieldProps) {
  const t = useTranslations('plan-vs-actual')
  const { locale, timeZone } = style
  const plan = formatMoney(each.plan, { ...style, unit: 'yen' })
  const when = (at: string) =>
    timeZone ? formatDateTime(at, { locale, timeZone }) : formatDate(at.slice(0, 10), locale)
  const trace = each.set && t('evidence.trace', { by: each.set.by, when: when(each.set.at), reason: each.set.reason })
  return (
    <Field
      layout="row"
      label={
        <>
          {formatYearMonth(each.month, locale)}{' '}
          <span className="text-small text-text-3">{t('landing.plan', { plan })}</span>
        </>
      }
      hint={trace ?? undefined}
      error={each.isFaulty ? t('landing.unreadable') : undefined}
    >
      <NumberInput
        value={each.text}
        unit={moneyUnitLabel('yen', style)}
        boxClassName="w-44"
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  )
}
