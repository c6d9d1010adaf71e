'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button'
import { Chip } from '#components/ui/chip'
import { Dialog } from '#components/ui/dialog'
import type { TokenItem, TokenVerbs } from './token-props'

const SCOPE_WORD = { read: 'scopeRead', write: 'scopeWrite' } as const

type TokenRowProps = {
  readonly item: TokenItem
  readonly revoke: TokenVerbs['revoke']
  /** Tells a screen reader and the eye what was done. */
  readonly say: (sentence: string) => void
}

/** One token. Revoking cannot be undone, so it is asked once. */
export function TokenRow({ item: { id, name, scopes, facts }, revoke, say }: TokenRowProps) {
  const t = useTranslations('settings')
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<string>()
  const [pending, start] = useTransition()
  function send() {
    start(async () => {
      const result = await revoke({ tokenId: id })
      setError(result.ok ? undefined : result.message)
      if (!result.ok) return
      setAsking(false)
      say(t('tokenRevoked', { name }))
    })
  }
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-2 border-t px-4 py-1.5">
      <span className="font-strong">{name}</span>
      {scopes.map((scope) => (
        <Chip key={scope} small>
          {t(SCOPE_WORD[scope])}
        </Chip>
      ))}
      <span className="text-small text-text-3">{facts.join(' · ')}</span>
      <Button
        variant="text"
        className="ml-auto"
        aria-label={t('tokenRevokeOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('tokenRevoke')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('tokenRevokeTitle', { name })}
        description={t('tokenRevokeBody')}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button variant="primary" pending={pending} onClick={send}>
              {t('tokenRevoke')}
            </Button>
          </>
        }
      >
        {error && (
          <p role="alert" className="text-small text-bad">
            {error}
          </p>
        )}
      </Dialog>
    </li>
  )
}
