import { beforeEach, expect, it } from 'vitest'
import { USUAL_RULES } from '#lib/attribution/kept-rules'
import { type Tx, withOrg } from '../client'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { creditedJourneys, JOURNEY_PAGE } from './summed'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

it('whoever asks the server while many journeys are credited has turns in between', async () => {
  let turns = 0
  let next = setImmediate(function turn() {
    turns++
    next = setImmediate(turn)
  })
  let [before, after] = [Number.NaN, Number.NaN]
  const cells = await withOrg(org.admin, async (tx) => {
    await keptWithoutTouch(tx, JOURNEY_PAGE - 1)
    const reading = async <T>(read: (of: Tx) => Promise<T>) => {
      const page = await read(tx)
      before = turns
      return page
    }
    const credited = await creditedJourneys(reading, org.orgId, USUAL_RULES)
    after = turns
    return credited
  })
  clearImmediate(next)
  expect(after - before).toBeGreaterThanOrEqual(9)
  expect(cells.filter(({ basis }) => basis === 'won').map(({ amounts }) => amounts[0])).toEqual([6993])
})

/** So many journeys of deals of 7 each that were won in June 2026 without any touch. */
async function keptWithoutTouch({ $client }: Tx, count: number): Promise<void> {
  await $client.query(
    `insert into attribution_journeys (org_id, opportunity_id, team_id, state, is_new, amount, created_on, closed_on,
       touch_ats, touch_days, touch_channels, touch_campaigns, touch_owns)
     select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $2, 'won', true, 7, '2026-06-01',
       '2026-06-02', '{}', '{}', '{}', '{}', '{}' from generate_series(1, $3::int) n`,
    [org.orgId, org.rootId, count],
  )
}
