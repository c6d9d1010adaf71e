import { z } from 'zod'
import { Name } from '#lib/input/account'
import { DateText } from '#lib/input/date'

/** 'read' asks for figures, 'write' brings records. */
export const TOKEN_SCOPES = ['read', 'write'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

export const MakeTokenInput = z.strictObject({
  name: Name,
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1, { error: 'scopeMissing' }).max(2),
  /** Last day on which it works; null = until it is revoked. */
  expiresOn: DateText.nullable().default(null),
})
export type MakeTokenInput = z.input<typeof MakeTokenInput>

export const TokenId = z.strictObject({ tokenId: z.uuid() })

/** gya_<organisation's id without dashes>_<256 random bits>: the tenant is known before the token is looked up. */
const TOKEN = /^gya_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/

export function tokenText(orgId: string, secret: string): string {
  return `gya_${orgId.replaceAll('-', '')}_${secret}`
}

/** The organisation that a token names; null for anything that is no token. */
export function organisationOfToken(token: string): string | null {
  return TOKEN.exec(token)?.slice(1, 6).join('-') ?? null
}
