import { expect, it } from 'vitest'
import { USUAL_SETTINGS } from '#db/attribution/settings'
import { readOrg } from '../client'
import { givenOrganisation } from '../fixtures'
import { countedTransitions } from './transitions'

it('a count of transitions takes one processor, and for its own transaction alone', async () => {
  const { admin, orgId, rootId } = await givenOrganisation()
  const period = { teamIds: [rootId], isRoot: true, from: '2026-06', to: '2026-06', customers: 'new' } as const
  const workersIn = (count: boolean) =>
    readOrg(admin, async (tx) => {
      if (count) await countedTransitions(tx, orgId, USUAL_SETTINGS.rules, period)
      const { rows } = await tx.$client.query<{ workers: string }>(
        `select current_setting('max_parallel_workers_per_gather') as workers`,
      )
      return Number(rows[0]?.workers)
    })
  expect(await workersIn(true)).toBe(0)
  expect(await workersIn(false)).toBeGreaterThan(0)
})
