import { createHash } from 'node:crypto'
import { shapeOf } from '#db/queries/imports'
import { stages } from '#db/queries/organisation'
import type { Session } from '#db/queries/session'
import { LOCALES, messagesOf } from '#lib/i18n/messages'
import { fieldsOf } from '#lib/import/fields'
import { shapeText } from '#lib/import/headers'
import type { Inspection } from '#lib/import/inspection'
import { ImportMapping } from '#lib/import/mapping'
import { ownNames } from '#lib/import/own-names'
import { type Proposal, proposed } from '#lib/import/proposal'
import type { ImportKind } from '#lib/records/import'

/** Under which a mapping is remembered: the headers, in any order. */
export function shapeHash(headers: readonly string[]): string {
  return createHash('sha256').update(shapeText(headers)).digest('hex')
}

/** How a file might be read: as the last one with its headers, else as it seems. */
export async function proposalFor(session: Session, kind: ImportKind, inspection: Inspection): Promise<Proposal> {
  const [funnel, kept, ...dictionaries] = await Promise.all([
    stages(session),
    shapeOf(session, kind, shapeHash(inspection.headers)),
    ...LOCALES.map(async (locale) => ({ locale, words: (await messagesOf(locale)).data ?? {} })),
  ])
  const remembered = ImportMapping.safeParse(kept).data ?? null
  const teamId = session.teams[0]?.id ?? ''
  const isReached = session.teams.some((team) => team.id === remembered?.fallback.teamId)
  return proposed(kind, inspection, {
    fields: fieldsOf(kind, funnel),
    names: ownNames(kind, funnel, dictionaries),
    fallback: { teamId, channelId: null },
    remembered: remembered && isReached ? remembered : null,
  })
}
