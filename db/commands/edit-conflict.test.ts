import { beforeEach, describe, expect, it } from 'vitest'
import { DealFilter, LeadFilter } from '#lib/input/pipeline'
import type { ListedDeal, ListedLead } from '#lib/pipeline/listed'
import type { SeenDeal, SeenHandover } from '#lib/records/edit'
import { type GivenOrganisation, givenMember, givenOrganisation } from '../fixtures'
import { dealPage } from '../queries/pipeline-deal-list'
import { leadPage } from '../queries/pipeline-lead-list'
import type { Session } from '../queries/session'
import { givenLead, givenOpportunity } from '../record-fixtures'
import { saveHandover } from './save-handover'
import { saveOpportunity } from './save-opportunity'
import { startImport } from './start-import'
import { upsertLeads } from './upsert-leads'
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

const seenOf = () => ({ teamId: org.rootId, timeZone: 'Asia/Tokyo', today: '2026-10-05', window: 180 })

async function standing(): Promise<ListedDeal | undefined> {
  return (await dealPage(org.admin, seenOf(), DealFilter.parse({}))).rows[0]
}

beforeEach(async () => {
  org = await givenOrganisation()
  suzuki = await givenMember(org, 'sales_manager', { name: '鈴木' })
})

describe('an opportunity that two people edit', () => {
  beforeEach(async () => {
    await upsertOpportunities(org.admin, { importId: null, rows: [given()] })
    opportunityId = (await standing())?.id ?? ''
  })

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

describe('a handover that two people note', () => {
  let leadId: string
  /** Passed at nine in the evening of 1 October in Tokyo, as both saw it: by the day. */
  const passedAt = '2026-10-01T12:00:00.000Z'
  const seen: SeenHandover = { passedAt: '2026-10-01', workedAt: null, returnedAt: null, returnReason: null }
  const lead = async (): Promise<ListedLead | undefined> =>
    (await leadPage(org.admin, seenOf(), LeadFilter.parse({}))).rows[0]

  beforeEach(async () => {
    await upsertLeads(org.admin, { importId: null, rows: [givenLead(org, { passedAt })] })
    leadId = (await lead())?.id ?? ''
  })

  it('takes both notes where they are of different fields', async () => {
    await saveHandover(suzuki, { leadId, seen, workedAt: '2026-10-03' })
    const returned = { leadId, seen, returnedAt: '2026-10-05', returnReason: '予算なし' }
    expect(await saveHandover(org.admin, returned)).toEqual({ conflict: null })
    expect(await lead()).toMatchObject({ workedOn: '2026-10-03', returnedOn: '2026-10-05', returnReason: '予算なし' })
  })

  it('gives the second both days, with whose and when, and saves nothing of theirs', async () => {
    await saveHandover(suzuki, { leadId, seen, workedAt: '2026-10-03' })
    const later = { leadId, seen, workedAt: '2026-10-04', returnReason: '対象外' }
    expect(await saveHandover(org.admin, later)).toEqual({
      conflict: { theirs: { workedAt: '2026-10-03' }, by: '鈴木', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    })
    expect(await lead()).toMatchObject({ workedOn: '2026-10-03', returnReason: null })
    // Having seen the 3rd the second decides.
    const decided = { ...later, seen: { ...seen, workedAt: '2026-10-03' } }
    expect(await saveHandover(org.admin, decided)).toEqual({ conflict: null })
    expect(await lead()).toMatchObject({ workedOn: '2026-10-04', returnReason: '対象外' })
  })

  it('has no conflict where both note the same day, or only the hour of it has changed', async () => {
    await saveHandover(suzuki, { leadId, seen, workedAt: '2026-10-03T05:00:00Z' })
    expect(await saveHandover(org.admin, { leadId, seen, workedAt: '2026-10-03' })).toEqual({ conflict: null })
    await saveHandover(suzuki, { leadId, passedAt: '2026-10-01T01:00:00Z' })
    expect(await saveHandover(org.admin, { leadId, seen, passedAt: '2026-09-30' })).toEqual({ conflict: null })
  })

  it('names whoever imported another day, and nobody where a system pushed it', async () => {
    const sato = await givenMember(org, 'marketer', { name: '佐藤' })
    const { importId } = await startImport(sato, { kind: 'leads', fileName: 'x.csv', mapping: {} })
    await upsertLeads(sato, { importId, rows: [givenLead(org, { returnedAt: '2026-10-02', returnReason: '重複' })] })
    const edit = { leadId, seen, returnedAt: '2026-10-05', returnReason: '予算なし' }
    expect(await saveHandover(org.admin, edit)).toMatchObject({
      conflict: { theirs: { returnedAt: '2026-10-02', returnReason: '重複' }, by: '佐藤' },
    })
    await upsertLeads(org.admin, { importId: null, rows: [givenLead(org, { returnedAt: '2026-10-04' })] })
    expect(await saveHandover(org.admin, { leadId, seen, returnedAt: '2026-10-05' })).toEqual({
      conflict: { theirs: { returnedAt: '2026-10-04' }, by: null, at: null },
    })
  })

  it('noted at the same moment is noted once, and the other sees it', async () => {
    const outcomes = await Promise.all([
      saveHandover(suzuki, { leadId, seen, workedAt: '2026-10-03' }),
      saveHandover(org.admin, { leadId, seen, workedAt: '2026-10-04' }),
    ])
    const [lost] = outcomes.flatMap(({ conflict }) => conflict ?? [])
    expect(outcomes.filter(({ conflict }) => conflict === null)).toHaveLength(1)
    expect(lost?.theirs).toEqual({ workedAt: (await lead())?.workedOn })
  })

  it('yields to whatever its source says later, and stands against what it said before', async () => {
    const pushed = (sourceAt: string, workedAt: string) =>
      upsertLeads(org.admin, { importId: null, rows: [givenLead(org, { sourceAt, workedAt })] })
    await saveHandover(suzuki, { leadId, seen, workedAt: '2026-10-03' })
    expect(await pushed('2026-10-01T00:00:00Z', '2026-10-02')).toMatchObject([{ status: 'older' }])
    expect(await pushed('2099-01-01T00:00:00Z', '2026-10-02')).toMatchObject([{ status: 'updated' }])
    expect(await lead()).toMatchObject({ workedOn: '2026-10-02' })
  })
})
