import { getTranslations } from 'next-intl/server'
import { Tokens } from '#components/settings/tokens'
import { Card } from '#components/ui/card'
import { TextLink } from '#components/ui/text-link'
import type { Session } from '#db/queries/session'
import { tokensOf } from '#db/queries/tokens'
import { formatDateTime } from '#lib/format'
import { locale as ownLocale } from '#server/i18n'
import { makeTokenAction, revokeTokenAction } from './token-actions'

/** Tokens of the HTTP API, for those who may make them. */
export async function TokenCard({ session }: { readonly session: Session }) {
  const [t, locale, tokens] = await Promise.all([getTranslations('settings'), ownLocale(), tokensOf(session)])
  const { timeZone } = session.org
  const at = (moment: string) => formatDateTime(moment, { locale, timeZone })
  const items = tokens.map(({ id, name, scopes, by, createdAt, expiresAt, lastUsedAt }) => ({
    ...{ id, name, scopes },
    facts: [
      t('tokenFacts', { by, at: at(createdAt) }),
      lastUsedAt ? t('tokenUsed', { at: at(lastUsedAt) }) : t('tokenUnused'),
      ...(expiresAt ? [t('tokenUntil', { at: at(expiresAt) })] : []),
    ],
  }))
  return (
    <Card
      title={t('tokens')}
      hint={t('tokensHint')}
      actions={<TextLink href="/api/v1/docs">{t('apiDocs')}</TextLink>}
      flush
    >
      <Tokens items={items} verbs={{ make: makeTokenAction, revoke: revokeTokenAction }} />
    </Card>
  )
}
