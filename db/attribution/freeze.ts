import { FROZEN_BASES } from '#lib/attribution/restatement'
import { conflict } from '#lib/errors'
import type { Month } from '#lib/month'
import { CUSTOMER_SCOPES } from '#lib/pipeline/contribution'
import type { Tx } from '../client'
import type { Work } from '../commands/command'
import { drainedIn, FEW, isRunning, lockCredits } from './drain'
import { hasFewTouches, keepMarkov, markovCells } from './markov'
import { settingsIn, USUAL_SETTINGS } from './settings'

type Frozen = {
  readonly teamId: string
  readonly isRoot: boolean
  readonly months: readonly Month[]
  readonly closedAt: Date
}

/**
 * Keeps what a team's months are credited with as they are closed, and by which rules. What was recorded until now is
 * brought into the figures first.
 * @throws AppError 'conflict' (creditsBehind) while more waits than is done at once
 */
export async function freezeCredits({ tx, actor }: Work, { teamId, isRoot, months, closedAt }: Frozen): Promise<void> {
  const { orgId } = actor
  await lockCredits(tx, orgId)
  if (await isRunning(tx, orgId)) throw conflict('creditsBehind')
  if ((await drainedIn(tx, orgId, FEW)) === FEW) throw conflict('creditsBehind')
  const { rules } = (await settingsIn(tx, orgId)) ?? USUAL_SETTINGS
  await tx.$client.query(
    `insert into attribution_frozen_rules (org_id, team_id, month, closed_at, rules)
     select $1, $2, month, $4, $5 from unnest($3::text[]) as month`,
    [orgId, teamId, months, closedAt, rules],
  )
  await tx.$client.query(
    `insert into attribution_frozen
       (org_id, team_id, basis, month, is_new, channel_id, campaign_id, amounts, deal_parts, closed_at)
     select org_id, team_id, basis, month, is_new, channel_id, campaign_id, amounts, deal_parts, $4
     from attribution_rollup where org_id = $1 and team_id = $2 and month = any($3::text[]) and basis = any($5::text[])`,
    [orgId, teamId, months, closedAt, FROZEN_BASES],
  )
  await freezeMarkov(tx, orgId, { teamId, isRoot, months, closedAt })
}

/** Months whose Markov credits a close solves at once; of more, and of a large organisation, the first reader does. */
const MOST_SOLVED = 3

async function freezeMarkov(tx: Tx, orgId: string, { teamId, isRoot, months, closedAt }: Frozen): Promise<void> {
  if (months.length > MOST_SOLVED || !(await hasFewTouches(tx, orgId))) return
  for (const month of months) {
    for (const customers of CUSTOMER_SCOPES) {
      const period = { from: month, to: month, customers }
      const cells = await markovCells(tx, orgId, { ...period, teamIds: [teamId], isRoot })
      await keepMarkov(tx, orgId, { ...period, teamId, closedAt: closedAt.toISOString() }, cells)
    }
  }
}
