'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/input'
import { TOKEN_SCOPES } from '#lib/api/token'
import type { Rejection } from '#lib/result'
import type { TokenVerbs } from './token-props'

const SCOPE_WORD = { read: 'scopeRead', write: 'scopeWrite' } as const

type TokenFormProps = { readonly make: TokenVerbs['make']; readonly onMade: (token: string) => void }

/** Name, scopes and last day of a new token. */
export function TokenForm({ make, onMade }: TokenFormProps) {
  const t = useTranslations('settings')
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly (typeof TOKEN_SCOPES)[number][]>(['read'])
  const [expiresOn, setExpiresOn] = useState('')
  const [refused, setRefused] = useState<Rejection | null>(null)
  const [pending, start] = useTransition()
  function send() {
    start(async () => {
      const result = await make({ name, scopes: [...scopes], expiresOn: expiresOn || null })
      setRefused(result.ok ? null : result)
      if (result.ok) onMade(result.value.token)
    })
  }
  const fields = refused?.fields ?? {}
  const known = fields.name ?? fields.scopes ?? fields.expiresOn
  return (
    <form action={send} className="flex flex-wrap items-start gap-3 border-t px-4 pt-3 pb-1">
      <Field label={t('tokenName')} error={fields.name} className="grow">
        <TextInput value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <fieldset className="grid gap-1">
        <legend className="text-text-2 leading-ui">{t('tokenScopes')}</legend>
        <div className="flex h-(--control-h) items-center gap-4">
          {TOKEN_SCOPES.map((scope) => (
            <label key={scope} className="flex items-center gap-1.5">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={({ target }) =>
                  setScopes(TOKEN_SCOPES.filter((each) => (each === scope ? target.checked : scopes.includes(each))))
                }
              />
              {t(SCOPE_WORD[scope])}
            </label>
          ))}
        </div>
        {fields.scopes && (
          <span role="alert" className="text-small text-bad">
            {fields.scopes}
          </span>
        )}
      </fieldset>
      <Field label={t('tokenExpires')} error={fields.expiresOn}>
        <TextInput type="date" value={expiresOn} onChange={(event) => setExpiresOn(event.target.value)} />
      </Field>
      <Button type="submit" pending={pending} className="self-end">
        {t('tokenMake')}
      </Button>
      {refused && !known && (
        <p role="alert" className="basis-full text-small text-bad">
          {refused.message}
        </p>
      )}
    </form>
  )
}
