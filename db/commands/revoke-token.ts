import { and, eq, isNull } from 'drizzle-orm'
import { TokenId } from '#lib/api/token'
import { notFound } from '#lib/errors'
import { apiTokens } from '../schema/tokens'
import { command } from './command'

/** Ends a token from the next call on. @throws AppError 'notFound' also for one that was revoked before */
export const revokeToken = command(
  { action: 'token.revoke', capability: 'token.edit', input: TokenId },
  async ({ tx, actor }, { tokenId }) => {
    const revokedAt = new Date()
    const [revoked] = await tx
      .update(apiTokens)
      .set({ revokedAt })
      .where(and(eq(apiTokens.orgId, actor.orgId), eq(apiTokens.id, tokenId), isNull(apiTokens.revokedAt)))
      .returning({ name: apiTokens.name })
    if (!revoked) throw notFound()
    return { value: undefined, audit: { subjectId: tokenId, before: revoked, after: { revokedAt } } }
  },
)
