import { and, eq } from 'drizzle-orm'
import { conflict } from '#lib/errors'
import { SetLandingOverrideInput } from '#lib/input/landing'
import { landingOverrides } from '../schema/landing'
import { command, lockedTeam, type Work } from './command'

/**
 * Sets what is expected of a coming month on 既存 or 営業独自, with the reason; null gives the plan back.
 * @throws AppError 'conflict' (teamArchived), 'invalid', 'notFound'
 */
export const setLandingOverride = command(
  { action: 'landing.set', capability: 'landing.edit', input: SetLandingOverrideInput },
  async (work, input) => {
    const team = await lockedTeam(work, input.teamId)
    if (team.archivedAt) throw conflict('teamArchived')
    const before = await standingOverride(work, input)
    const { teamId, month, line, amount, reason } = input
    if (amount === null && before === null) return { value: undefined, audit: null }
    if (amount === null || reason === null) await removed(work, input)
    else await written(work, { teamId, month, line, amount, reason })
    const after = { month, line, amount, reason }
    return { value: undefined, audit: { subjectId: teamId, before: before && { month, line, ...before }, after } }
  },
)

type Input = ReturnType<typeof SetLandingOverrideInput.parse>
type Place = Pick<Input, 'teamId' | 'month' | 'line'>

function at({ actor }: Work, { teamId, month, line }: Place) {
  return and(
    eq(landingOverrides.orgId, actor.orgId),
    eq(landingOverrides.teamId, teamId),
    eq(landingOverrides.month, month),
    eq(landingOverrides.line, line),
  )
}

async function standingOverride(work: Work, place: Place) {
  const { amount, reason } = landingOverrides
  const [found] = await work.tx.select({ amount, reason }).from(landingOverrides).where(at(work, place))
  return found ?? null
}

async function removed(work: Work, place: Place): Promise<void> {
  await work.tx.delete(landingOverrides).where(at(work, place))
}

async function written(
  { tx, actor }: Work,
  { amount, reason, ...place }: Place & { readonly amount: number; readonly reason: string },
): Promise<void> {
  const set = { amount, reason, setAt: new Date(), setBy: actor.userId }
  const { orgId, teamId, month, line } = landingOverrides
  await tx
    .insert(landingOverrides)
    .values({ orgId: actor.orgId, ...place, ...set })
    .onConflictDoUpdate({ target: [orgId, teamId, month, line], set })
}
