'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import { Banner } from '#components/ui/banner'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { NumberInput, TextInput } from '#components/ui/input'
import { Select } from '#components/ui/select'
import { MONEY_UNITS, moneyUnitLabel } from '#lib/format'
import type { OrganisationText } from '#lib/input/settings'
import { NEGATIVE_STYLES, type Organisation } from '#lib/organisation'
import type { Rejection, Result } from '#lib/result'

type Chosen = Pick<
  Organisation,
  'name' | 'unit' | 'negativeStyle' | 'goodFrom' | 'watchFrom' | 'agreedDays' | 'influenceDays' | 'currency'
>
type Typed = Record<Exclude<keyof Chosen, 'currency'>, string>

type OrganisationFormProps = {
  readonly organisation: Chosen
  readonly locale: 'ja' | 'en'
  readonly save: (input: OrganisationText) => Promise<Result<void>>
}

const percent = (share: number) => String(Math.round(share * 100))

function typedOf({ goodFrom, watchFrom, agreedDays, influenceDays, name, unit, negativeStyle }: Chosen): Typed {
  const days = { agreedDays: String(agreedDays), influenceDays: String(influenceDays) }
  return { name, unit, negativeStyle, goodFrom: percent(goodFrom), watchFrom: percent(watchFrom), ...days }
}

/** Only what was changed, so that a colleague's other settings stay as they are. */
function changesOf(before: Typed, form: Typed): OrganisationText {
  const changed = Object.entries(form).filter(([key, text]) => text !== before[key as keyof Typed])
  return Object.fromEntries(changed)
}

/** What the organisation chooses for all its figures. What was typed stays until it is saved. */
export function OrganisationForm({ organisation, locale, save }: OrganisationFormProps) {
  const t = useTranslations('settings')
  const before = typedOf(organisation)
  const [form, setForm] = useState(before)
  const [refused, setRefused] = useState<Rejection | null>(null)
  const [said, say] = useState('')
  const [pending, start] = useTransition()
  const faults = refused?.fields ?? {}
  const set = (key: keyof Typed) => (event: { readonly target: { readonly value: string } }) => {
    say('')
    setForm({ ...form, [key]: event.target.value })
  }
  function send() {
    const changes = changesOf(before, form)
    if (Object.keys(changes).length === 0) return say(t('nothingChanged'))
    start(async () => {
      const result = await save(changes)
      setRefused(result.ok ? null : result)
      if (result.ok) say(t('saved'))
    })
  }
  const number = (key: 'goodFrom' | 'watchFrom' | 'agreedDays' | 'influenceDays', unit: string, hint?: ReactNode) => (
    <Field layout="row" label={t(key)} hint={hint} error={faults[key]}>
      <NumberInput inputMode="numeric" boxClassName="w-28" value={form[key]} unit={unit} onChange={set(key)} />
    </Field>
  )
  return (
    <form action={send} className="grid gap-3">
      {refused && Object.keys(faults).length === 0 && <Banner tone="bad">{refused.message}</Banner>}
      <Field layout="row" label={t('organisationName')} error={faults.name}>
        <TextInput boxClassName="w-56 max-w-full" value={form.name} onChange={set('name')} />
      </Field>
      <Field layout="row" label={t('unit')} error={faults.unit}>
        <Select value={form.unit} onChange={set('unit')}>
          {MONEY_UNITS.filter((unit) => unit !== 'tenThousand' || organisation.currency === 'JPY').map((unit) => (
            <option key={unit} value={unit}>
              {moneyUnitLabel(unit, { locale, currency: organisation.currency })}
            </option>
          ))}
        </Select>
      </Field>
      <Field layout="row" label={t('negativeStyle')} error={faults.negativeStyle}>
        <Select value={form.negativeStyle} onChange={set('negativeStyle')}>
          {NEGATIVE_STYLES.map((style) => (
            <option key={style} value={style}>
              {t(style)}
            </option>
          ))}
        </Select>
      </Field>
      {number('goodFrom', '%')}
      {number('watchFrom', '%')}
      {number('agreedDays', t('days'), t('agreedHint'))}
      {number('influenceDays', t('days'), t('influenceHint'))}
      <div className="flex items-center gap-3 pt-1">
        <Button type="submit" variant="primary" pending={pending}>
          {t('saveRules')}
        </Button>
        <p role="status" className="text-small text-text-2">
          {said}
        </p>
      </div>
    </form>
  )
}
