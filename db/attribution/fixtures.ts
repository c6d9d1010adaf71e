import type { Basis } from '#lib/attribution/credit'
import type { TouchModel } from '#lib/attribution/models'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { upsertTouches } from '../commands/upsert-touches'
import type { GivenOrganisation } from '../fixtures'
import { creditsByChannel } from '../queries/attribution'
import { type Session, sessionOf } from '../queries/session'
import { givenOpportunity, givenTouch } from '../record-fixtures'
import { rebuildCredits } from './rebuilt'

/** The admin with the version of the data as it is now, as a request would have it. */
export async function reader({ admin }: GivenOrganisation): Promise<Session> {
  const { userId, orgId, sessionId } = admin
  const session = await sessionOf({ userId, orgId, sessionId })
  if (!session) throw new Error('the session is over')
  return session
}

/** What every channel is credited with in a model, as lines 'month channel amount', by the months of 2025 to 2027. */
export async function creditLines(
  org: GivenOrganisation,
  model: TouchModel,
  basis: Basis = 'won',
  as: 'shown' | 'current' = 'current',
) {
  const span = { from: '2025-01', to: '2027-12', bases: [basis] } as const
  const credits = await creditsByChannel(await reader(org), { teamId: org.rootId }, span)
  const names = new Map(Object.entries(org.channelIds).map(([name, id]) => [id, name]))
  return credits[as]
    .filter((row) => row.model === model)
    .map(({ month, channelId, amount }) =>
      [month, channelId === null ? '接点なし' : names.get(channelId), amount].join(' '),
    )
    .toSorted()
}

/** Fails when journeys or credits differ from those of all records anew. */
export async function requireExact(org: GivenOrganisation): Promise<void> {
  const { journeys, cells } = await rebuildCredits(org.admin)
  if (journeys.length + cells.length > 0)
    throw new Error(`the credits were wrong: ${JSON.stringify({ journeys, cells })}`)
}

/** A deal of 1,000,000 of A社 that was created on 20 April and won on 30 June 2026. */
export async function givenWon(org: GivenOrganisation, changes: Parameters<typeof givenOpportunity>[1] = {}) {
  const won = { state: 'won', closedOn: '2026-06-30', account: { name: 'A社' }, ...changes } as const
  await upsertOpportunities(org.admin, { importId: null, rows: [givenOpportunity(org, won)] })
}

/** Touches of A社, each by its channel and moment, in the order of their records. */
export async function givenTouches(
  org: GivenOrganisation,
  touches: readonly (readonly [channel: string, at: string])[],
  account = 'A社',
) {
  const rows = touches.map(([channel, at], i) => {
    const place = { channelId: org.channelIds[channel] ?? '', account: { name: account } }
    return givenTouch(org, { identity: `x:${account} ${channel} ${at} ${i}`, at, ...place })
  })
  await upsertTouches(org.admin, { importId: null, rows })
}
