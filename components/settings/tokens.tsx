'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MadeToken } from './made-token'
import { TokenForm } from './token-form'
import type { TokenItem, TokenVerbs } from './token-props'
import { TokenRow } from './token-row'

type TokensProps = { readonly items: readonly TokenItem[]; readonly verbs: TokenVerbs }

/** Tokens of the HTTP API: made, shown once, revoked. */
export function Tokens({ items, verbs }: TokensProps) {
  const t = useTranslations('settings')
  const [made, setMade] = useState<string | null>(null)
  const [said, say] = useState('')
  return (
    <>
      {items.length === 0 && <p className="px-4 pb-3 text-small text-text-2">{t('tokensNone')}</p>}
      <ul>
        {items.map((item) => (
          <TokenRow key={item.id} item={item} revoke={verbs.revoke} say={say} />
        ))}
      </ul>
      {made === null ? (
        <TokenForm make={verbs.make} onMade={setMade} />
      ) : (
        <MadeToken token={made} onSeen={() => setMade(null)} />
      )}
      <p role="status" className="min-h-5 px-4 pb-3 text-small text-text-2">
        {said}
      </p>
    </>
  )
}
