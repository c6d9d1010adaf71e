import { conflict } from '#lib/errors'
import { MergeAccountsInput, MOVED_KINDS, type MovedCounts } from '#lib/records/account-merge'
import { newId } from '../id'
import { accountMergesIn } from '../records/account-merges'
import { type Moved, moveRecords } from '../records/moved'
import { lockRecords } from '../records/rollup'
import { accountMerges } from '../schema/accounts'
import { lockedAccounts } from './account'
import { command, type Work } from './command'

/**
 * Makes one company of two: leads, opportunities and touches of the first go to the second, and what is imported under
 * the first one's CRM id or name later finds the second.
 * @throws AppError 'conflict' (accountMerged), 'notFound'
 */
export const mergeAccounts = command(
  { action: 'account.merge', capability: 'account.merge', input: MergeAccountsInput },
  async (work, { fromId, intoId }) => {
    const { tx, actor } = work
    await lockRecords(work)
    const [from, into] = await lockedAccounts(work, [fromId, intoId])
    const merges = await accountMergesIn(tx, actor.orgId)
    if ([fromId, intoId].some((id) => merges.accountOf(id) !== id)) throw conflict('accountMerged')
    const mergeId = newId()
    const made = { mergedBy: actor.userId, mergedAt: new Date() }
    await tx.insert(accountMerges).values({ orgId: actor.orgId, id: mergeId, fromId, intoId, ...made })
    const moved = await moveRecords(work, { from: fromId, to: intoId, only: null })
    await keepMoves(work, mergeId, moved)
    const counts = countsOf(moved)
    return {
      value: { mergeId, moved: counts },
      audit: { subjectId: mergeId, before: from, after: { into, ...counts } },
    }
  },
)

async function keepMoves({ tx, actor }: Work, mergeId: string, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return
  await tx.$client.query(
    `insert into account_moves (org_id, merge_id, record_id, kind)
     select $1, $2, r.id, r.kind from json_to_recordset($3::json) as r(id uuid, kind text)`,
    [actor.orgId, mergeId, JSON.stringify(moved)],
  )
}

function countsOf(moved: readonly Moved[]): MovedCounts {
  const [leads = 0, opportunities = 0, touches = 0] = MOVED_KINDS.map(
    (kind) => moved.filter((each) => each.kind === kind).length,
  )
  return { leads, opportunities, touches }
}
