import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { MakeTokenInput, tokenText } from '#lib/api/token'
import { instantOfMoment } from '#lib/records/instant'
import { newId } from '../id'
import { organisations } from '../schema/organisation'
import { apiTokens } from '../schema/tokens'
import { command, type Work } from './command'

/** Makes a token of the HTTP API. Answers it once: only its SHA-256 is kept. */
export const makeToken = command(
  { action: 'token.make', capability: 'token.edit', input: MakeTokenInput },
  async (work, { name, scopes, expiresOn }) => {
    const { tx, actor } = work
    const tokenId = newId()
    const token = tokenText(actor.orgId, randomBytes(32).toString('base64url'))
    const expiresAt = expiresOn === null ? null : await endOf(work, expiresOn)
    const granted = [...new Set(scopes)]
    await tx.insert(apiTokens).values({
      ...{ orgId: actor.orgId, id: tokenId, name, scopes: granted, expiresAt },
      ...{ secretHash: secretHash(token), createdBy: actor.userId },
    })
    const after = { name, scopes: granted, expiresOn }
    return { value: { tokenId, token }, audit: { subjectId: tokenId, before: null, after } }
  },
)

/** What is kept of a token, and compared. */
export function secretHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The end of a day in the organisation's time zone. */
async function endOf({ tx, actor }: Work, day: string): Promise<Date> {
  const [found] = await tx
    .select({ timeZone: organisations.timeZone })
    .from(organisations)
    .where(eq(organisations.orgId, actor.orgId))
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return new Date(instantOfMoment(next, found?.timeZone ?? 'UTC'))
}
