'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useSyncExternalStore } from 'react'
import { Banner } from '#components/ui/banner'
import { SubmitButton } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/input'
import { Select } from '#components/ui/select'
import { CURRENCIES } from '#lib/input/account'
import { signUpForm } from '../actions'

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

const unchanging = () => () => {}
const deviceTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

export function SignUpForm() {
  const t = useTranslations('auth')
  const [form, send] = useActionState(signUpForm, { state: 'idle' })
  const timeZone = useSyncExternalStore(unchanging, deviceTimeZone, () => 'Asia/Tokyo')
  const rejected = form.state === 'rejected' ? form : null
  const error = (name: string) => rejected?.fields[name]
  const value = (name: string) => rejected?.values[name]
  return (
    <form action={send} className="grid gap-4" key={rejected ? JSON.stringify(rejected.values) : 'new'}>
      {rejected && <Banner tone="bad">{rejected.message}</Banner>}
      <input type="hidden" name="timeZone" value={timeZone} />
      <Field label={t('organisation')} hint={t('organisationHint')} error={error('organisation')}>
        <TextInput name="organisation" autoComplete="organization" required defaultValue={value('organisation')} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('fiscalStart')} error={error('fiscalStart')}>
          <Select name="fiscalStart" defaultValue={value('fiscalStart') ?? '4'}>
            {MONTHS.map((month) => (
              <option key={month} value={month}>
                {t('month', { month: String(month) })}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('currency')} error={error('currency')}>
          <Select name="currency" defaultValue={value('currency') ?? 'JPY'}>
            {CURRENCIES.map((currency) => (
              <option key={currency} value={currency}>
                {t(`currency${currency}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={t('yourName')} error={error('name')}>
        <TextInput name="name" autoComplete="name" required defaultValue={value('name')} />
      </Field>
      <Field label={t('email')} error={error('email')}>
        <TextInput name="email" type="email" autoComplete="username" required defaultValue={value('email')} />
      </Field>
      <Field label={t('password')} hint={t('passwordHint')} error={error('password')}>
        <TextInput name="password" type="password" autoComplete="new-password" required />
      </Field>
      <SubmitButton>{t('signUp')}</SubmitButton>
    </form>
  )
}
