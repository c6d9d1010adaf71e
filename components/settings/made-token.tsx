'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Banner } from '#components/ui/banner'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { TextInput } from '#components/ui/input'

type MadeTokenProps = { readonly token: string; readonly onSeen: () => void }

/** A new token, shown this once. */
export function MadeToken({ token, onSeen }: MadeTokenProps) {
  const t = useTranslations('settings')
  const [copied, setCopied] = useState(false)
  return (
    <div className="grid gap-2 border-t px-4 pt-3 pb-1">
      <Banner tone="watch">{t('tokenOnce')}</Banner>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('tokenValue')} className="grow">
          <TextInput readOnly value={token} onFocus={(event) => event.target.select()} className="font-mono" />
        </Field>
        <Button onClick={() => navigator.clipboard.writeText(token).then(() => setCopied(true))}>
          {copied ? t('tokenCopied') : t('tokenCopy')}
        </Button>
        <Button variant="primary" onClick={onSeen}>
          {t('tokenSeen')}
        </Button>
      </div>
    </div>
  )
}
