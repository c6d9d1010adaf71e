'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Banner } from '#components/ui/banner'
import { SubmitButton } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/input'
import { logInForm } from '../actions'

export function LogInForm({ next }: { readonly next: string }) {
  const t = useTranslations('auth')
  const [form, send] = useActionState(logInForm, { state: 'idle' })
  const rejected = form.state === 'rejected' ? form : null
  return (
    <form action={send} className="grid gap-4">
      {rejected && <Banner tone="bad">{rejected.message}</Banner>}
      <input type="hidden" name="next" value={next} />
      <Field label={t('email')}>
        <TextInput name="email" type="email" autoComplete="username" required defaultValue={rejected?.values.email} />
      </Field>
      <Field label={t('password')}>
        <TextInput name="password" type="password" autoComplete="current-password" required />
      </Field>
      <SubmitButton>{t('logIn')}</SubmitButton>
    </form>
  )
}
