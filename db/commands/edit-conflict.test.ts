import { beforeEach, describe, expect, it } from 'vitest'
import { DealFilter } from '#lib/input/pipeline'
import type { ListedDeal } from '#lib/pipeline/listed'
import type { SeenDeal } from '#lib/records/edit'
import { type GivenOrganisation, givenMember, givenOrganisation } from '../fixtures'
import { dealPage } from '../queries/pipeline-deal-list'
import type { Session } from '../queries/session'
import { givenOpportunity } from '../record-fixtures'
import { saveOpportunity } from './save-opportunity'
import { startImport } from './start-import'
import { upsertOpportunities } from './upsert-opportunities'

let org: GivenOrganisation
let suzuki: Session
let opportunityId: string

/** As both people saw the opportunity when they opened the form. */
const SEEN: SeenDeal = {
  ...{ state: 'open', amount: 1_000_000, stage: '提案', expectedCloseOn: '2026-10-31', closedOn: null },
  ...{ owner: '田中', forecastCategory: null, channelId: null, isNew: null, lossReason: null },
}
const given = (row: Parameters<typeof givenOpportunity>[1] = {}) =>
  givenOpportunity(org, { stage: '提案', expectedCloseOn: '2026-10-31', owner: '田中', ...row })

async function standing(): Promise<ListedDeal | undefined> {
  const of = { teamId: org.rootId, timeZone: 'Asia/Tokyo', today: '2026-10-05', window: 180 }
  return (await dealPage(org.admin, of, DealFilter.parse({}))).rows[0]
}

beforeEach(async () => {
  org = await givenOrganisation()
  suzuki = await givenMember(org, 'sales_manager', { name: '鈴木' })
  await upsertOpportunities(org.admin, { importId: null, rows: [given()] })
  opportunityId = (await standing())?.id ?? ''
})

describe('an opportunity that two people edit', () => {
  it('takes both changes where they are of different fields', async () => {
    await saveOpportunity(suzuki, { opportunityId, seen: SEEN, amount: 2_000_000 })
    expect(await saveOpportunity(org.admin, { opportunityId, seen: SEEN, owner: '森' })).toEqual({ conflict: null })
    expect(await standing()).toMatchObject({ amount: 2_000_000, owner: '森' })
  })

  it('gives the second both values, with whose and when, and saves nothing of theirs', async () => {
    await saveOpportunity(suzuki, { opportunityId, seen: SEEN, amount: 2_000_000, forecastCategory: 'A' })
    const later = { opportunityId, seen: SEEN, amount: 3_000_000, owner: '森' }
    expect(await saveOpportunity(org.admin, later)).toEqual({
      conflict: { theirs: { amount: 2_000_000 }, by: '鈴木', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    })
    expect(await standing()).toMatchObject({ amount: 2_000_000, owner: '田中' })
    // Having seen 2,000,000 the second decides.
    const decided = { ...later, seen: { ...SEEN, amount: 2_000_000 } }
    expect(await saveOpportunity(org.admin, decided)).toEqual({ conflict: null })
    expect(await standing()).toMatchObject({ amount: 3_000_000, owner: '森', forecastCategory: 'A' })
  })

  it('has no conflict where both say the same', async () => {
    await saveOpportunity(suzuki, { opportunityId, seen: SEEN, state: 'won', closedOn: '2026-10-05' })
    const same = { opportunityId, seen: SEEN, state: 'won', closedOn: '2026-10-05' } as const
    expect(await saveOpportunity(org.admin, same)).toEqual({ conflict: null })
  })

  it('names whoever imported the other value, and nobody where a system pushed it', async () => {
    const sato = await givenMember(org, 'marketer', { name: '佐藤' })
    const { importId } = await startImport(sato, { kind: 'opportunities', fileName: 'x.csv', mapping: {} })
    await upsertOpportunities(sato, { importId, rows: [given({ stage: '見積' })] })
    const edit = { opportunityId, seen: SEEN, stage: '交渉', stageSince: '2026-10-05' }
    expect(await saveOpportunity(org.admin, edit)).toMatchObject({
      conflict: { theirs: { stage: '見積' }, by: '佐藤' },
    })
    await upsertOpportunities(org.admin, { importId: null, rows: [given({ stage: '口頭合意' })] })
    expect(await saveOpportunity(org.admin, edit)).toEqual({
      conflict: { theirs: { stage: '口頭合意' }, by: null, at: null },
    })
  })

  it('saved at the same moment is saved once, and the other sees it', async () => {
    const outcomes = await Promise.all([
      saveOpportunity(suzuki, { opportunityId, seen: SEEN, amount: 5 }),
      saveOpportunity(org.admin, { opportunityId, seen: SEEN, amount: 6 }),
    ])
    const [lost] = outcomes.flatMap(({ conflict }) => conflict ?? [])
    expect(outcomes.filter(({ conflict }) => conflict === null)).toHaveLength(1)
    expect(lost?.theirs).toEqual({ amount: (await standing())?.amount })
  })
})
