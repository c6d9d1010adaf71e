import { createHash } from 'node:crypto'
import { shapeOf } from '#db/queries/imports'
import { stages } from '#db/queries/organisation'
import type { Session } from '#db/queries/session'
import { fieldsOf } from '#lib/import/fields'
import { shapeText } from '#lib/import/headers'
import type { Inspection } from '#lib/import/inspection'
import { ImportMapping } from '#lib/import/mapping'
import { type Proposal, proposed } from '#lib/import/proposal'
import type { Stage } from '#lib/organisation'
import type { ImportKind } from '#lib/records/import'

/** Under which a mapping is remembered: the headers, in any order. */
export function shapeHash(headers: readonly string[]): string {
  return createHash('sha256').update(shapeText(headers)).digest('hex')
}

/** How a file might be read: as the last one with its headers, else as it seems. */
export async function proposalFor(session: Session, kind: ImportKind, inspection: Inspection): Promise<Proposal> {
  const [funnel, kept] = await Promise.all([stages(session), shapeOf(session, kind, shapeHash(inspection.headers))])
  const remembered = ImportMapping.safeParse(kept).data ?? null
  const teamId = session.teams[0]?.id ?? ''
  const isReached = session.teams.some((team) => team.id === remembered?.fallback.teamId)
  return proposed(kind, inspection, {
    fields: fieldsOf(kind, funnel),
    names: namesOf(funnel),
    fallback: { teamId, channelId: null },
    remembered: remembered && isReached ? remembered : null,
  })
}

function namesOf(funnel: readonly Stage[]): Record<string, string[]> {
  const named = funnel.flatMap(({ key, name }) => (name === null ? [] : [{ key, name }]))
  return Object.fromEntries(
    named.flatMap(({ key, name }) => [
      [`reached:${key}`, [name, `${name}日`, `${name}化日`, `${name} date`]],
      [`metric:${key}`, [name, `${name}数`]],
    ]),
  )
}
