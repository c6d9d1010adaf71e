import { and, eq } from 'drizzle-orm'
import { conflict, notFound } from '#lib/errors'
import { MergeId } from '#lib/records/account-merge'
import { accountMergesIn } from '../records/account-merges'
import { moveRecords } from '../records/moved'
import { lockRecords } from '../records/rollup'
import { accountMerges, accountMoves } from '../schema/accounts'
import { lockedAccounts } from './account'
import { command, type Work } from './command'

/**
 * Takes a merge back, once: the records that it moved and that are still the other account's return. What came since
 * stays where it came, until its source names the account again.
 * @throws AppError 'conflict' (mergeUndone; mergeNested while the other account is itself merged), 'notFound'
 */
export const undoAccountMerge = command(
  { action: 'account.unmerge', capability: 'account.merge', input: MergeId },
  async (work, { mergeId }) => {
    const { tx, actor } = work
    await lockRecords(work)
    const { fromId, intoId } = await standingMerge(work, mergeId)
    if ((await accountMergesIn(tx, actor.orgId)).accountOf(intoId) !== intoId) throw conflict('mergeNested')
    const own = and(eq(accountMerges.orgId, actor.orgId), eq(accountMerges.id, mergeId))
    await tx.update(accountMerges).set({ undoneAt: new Date(), undoneBy: actor.userId }).where(own)
    const kept = await tx
      .select({ recordId: accountMoves.recordId })
      .from(accountMoves)
      .where(and(eq(accountMoves.orgId, actor.orgId), eq(accountMoves.mergeId, mergeId)))
    const only = new Set(kept.map(({ recordId }) => recordId))
    const moved = await moveRecords(work, { from: intoId, to: fromId, only })
    const audit = { subjectId: mergeId, before: { fromId, intoId }, after: { returned: moved.length } }
    return { value: { returned: moved.length }, audit }
  },
)

async function standingMerge(work: Work, mergeId: string) {
  const { tx, actor } = work
  const { fromId, intoId, undoneAt } = accountMerges
  const [found] = await tx
    .select({ fromId, intoId, undoneAt })
    .from(accountMerges)
    .where(and(eq(accountMerges.orgId, actor.orgId), eq(accountMerges.id, mergeId)))
  if (!found) throw notFound()
  await lockedAccounts(work, [found.fromId, found.intoId])
  if (found.undoneAt !== null) throw conflict('mergeUndone')
  return found
}
