import { describe, expect, it } from 'vitest'
import { givenCampaign, givenOrganisation } from '../fixtures'
import { campaignsOf } from '../queries/campaigns'
import { sessionOf } from '../queries/session'
import { addCampaign } from './add-campaign'
import { addTeam } from './add-team'
import { archiveCampaign, restoreCampaign } from './archive-campaign'
import { archiveChannel } from './archive-channel'
import { archiveTeam } from './archive-team'
import { changeCampaign } from './change-campaign'
import { saveActuals } from './save-actuals'

async function given() {
  const org = await givenOrganisation()
  const { 展示会: exhibitionId = '', セミナー: seminarId = '' } = org.channelIds
  const wanted = (changes: Parameters<typeof givenCampaign>[2] = {}) => givenCampaign(org.rootId, exhibitionId, changes)
  const add = async (changes: Parameters<typeof givenCampaign>[2] = {}) =>
    (await addCampaign(org.admin, wanted(changes))).campaignId
  const change = (campaignId: string, changes: Parameters<typeof givenCampaign>[2]) => {
    const { teamId: _, ...campaign } = wanted(changes)
    return changeCampaign(org.admin, { campaignId, ...campaign })
  }
  const read = () => campaignsOf(org.admin, org.rootId)
  return { ...org, exhibitionId, seminarId, add, change, read }
}

describe('a campaign', () => {
  it('comes back as it was planned, in the order of the start', async () => {
    const { rootId, exhibitionId, add, read } = await given()
    const later = await add({ name: '  秋の計測展 ', startsOn: '2026-11-10', endsOn: '2026-11-12', budget: null })
    const first = await add({ plannedEntries: 0 })
    const place = { teamId: rootId, channelId: exhibitionId, archivedAt: null }
    expect(await read()).toEqual([
      {
        ...{ ...place, id: first, name: '計測展', startsOn: '2026-05-20', endsOn: '2026-05-22' },
        ...{ budget: 3_000_000, plannedEntries: 0 },
      },
      {
        ...{ ...place, id: later, name: '秋の計測展', startsOn: '2026-11-10', endsOn: '2026-11-12' },
        ...{ budget: null, plannedEntries: 400 },
      },
    ])
  })

  it('is changed as a whole; a budget may be taken away', async () => {
    const { add, change, read } = await given()
    const id = await add()
    await change(id, { name: '計測・制御展', budget: null, endsOn: '2026-06-01' })
    expect(await read()).toMatchObject([{ name: '計測・制御展', budget: null, endsOn: '2026-06-01' }])
  })

  it('is archived and restored, and not changed in between', async () => {
    const { admin, add, change, read } = await given()
    const id = await add()
    await archiveCampaign(admin, { campaignId: id })
    expect((await read())[0]?.archivedAt).toMatch(/^\d{4}-/)
    await expect(change(id, { name: '別名' })).rejects.toMatchObject({ message: 'campaignArchived' })
    await restoreCampaign(admin, { campaignId: id })
    await change(id, { name: '別名' })
    expect(await read()).toMatchObject([{ name: '別名', archivedAt: null }])
  })

  it('moves to another channel only while nothing was entered for it', async () => {
    const { admin, rootId, seminarId, add, change, read } = await given()
    const id = await add()
    await change(id, { channelId: seminarId })
    expect((await read())[0]?.channelId).toBe(seminarId)
    const cell = { month: '2026-05', line: 'channel', channelId: seminarId, campaignId: id } as const
    await saveActuals(admin, { teamId: rootId, cells: [{ ...cell, metric: 'lead', value: 1 }] })
    await expect(change(id, {})).rejects.toMatchObject({ code: 'conflict', message: 'campaignHasActuals' })
  })

  it('raises the data version: a page that was read before is read again', async () => {
    const { admin, add } = await given()
    const version = async () => (await sessionOf(admin))?.dataVersion ?? 0
    const before = await version()
    const id = await add()
    await archiveCampaign(admin, { campaignId: id })
    await archiveCampaign(admin, { campaignId: id })
    expect(await version()).toBe(before + 2)
  })
})

describe('a campaign is refused', () => {
  it.each([
    ['without a name', { name: ' ' }, 'name', 'nameMissing'],
    ['with a name of 101 characters', { name: '展'.repeat(101) }, 'name', 'campaignNameLong'],
    ['on a day that does not exist', { startsOn: '2026-02-29' }, 'startsOn', 'dateInvalid'],
    ['without a day', { startsOn: '' }, 'startsOn', 'dateMissing'],
    ['that ends before it starts', { endsOn: '2026-05-19' }, 'endsOn', 'endsBeforeStart'],
    ['with a negative budget', { budget: -1 }, 'budget', 'amountNegative'],
    ['with a part of a person', { plannedEntries: 0.5 }, 'plannedEntries', 'numberNotWhole'],
    ['with fewer than no people', { plannedEntries: -1 }, 'plannedEntries', 'countNegative'],
    ['with more people than are counted', { plannedEntries: 2_147_483_648 }, 'plannedEntries', 'countTooLarge'],
    ['without a channel', { channelId: '' }, 'channelId', 'channelMissing'],
  ])('%s', async (_, changes, field, message) => {
    const { add, read } = await given()
    await expect(add(changes)).rejects.toMatchObject({ code: 'invalid', fields: { [field]: message } })
    expect(await read()).toEqual([])
    expect(await add({ startsOn: '2028-02-29', endsOn: '2028-02-29', name: '展'.repeat(100) })).toMatch(/-/)
  })

  it('in an archived channel, and of an archived team', async () => {
    const { admin, exhibitionId, seminarId, add, change } = await given()
    const { teamId } = await addTeam(admin, { name: '旧事業部' })
    await archiveTeam(admin, { teamId })
    await expect(add({ teamId })).rejects.toMatchObject({ message: 'teamArchived' })
    const id = await add()
    await archiveChannel(admin, { channelId: exhibitionId })
    await expect(add()).rejects.toMatchObject({ message: 'channelArchived' })
    // What runs in it already may still be corrected, and moved out of it.
    await change(id, { budget: 1 })
    await change(id, { channelId: seminarId })
    await expect(change(id, {})).rejects.toMatchObject({ message: 'channelArchived' })
  })
})
