import { describe, expect, it } from 'vitest'
import { readOrg } from '../client'
import { givenOrganisation } from '../fixtures'
import { channels, teams } from '../queries/organisation'
import { sessionOf } from '../queries/session'
import { addChannel } from './add-channel'
import { addTeam } from './add-team'
import { archiveChannel, restoreChannel } from './archive-channel'
import { archiveTeam, restoreTeam } from './archive-team'
import { renameChannel } from './rename-channel'
import { renameTeam } from './rename-team'
import { saveOrganisation } from './save-organisation'

describe('teams', () => {
  it('are added, renamed, archived and restored', async () => {
    const { admin } = await givenOrganisation()
    const { teamId } = await addTeam(admin, { name: ' 第一事業部 ' })
    await renameTeam(admin, { teamId, name: '第二事業部' })
    expect((await teams(admin)).map((team) => team.name)).toEqual(['全社', '第二事業部'])
    await archiveTeam(admin, { teamId })
    expect(await teams(admin)).toHaveLength(1)
    expect(await teams(admin, { archived: true })).toHaveLength(2)
    await restoreTeam(admin, { teamId })
    expect(await teams(admin)).toHaveLength(2)
  })

  it('have different names, as long as they are in use', async () => {
    const { admin } = await givenOrganisation()
    const { teamId } = await addTeam(admin, { name: '営業部' })
    const taken = { code: 'conflict', message: 'nameTaken', fields: { name: 'nameTaken' } }
    await expect(addTeam(admin, { name: '営業部' })).rejects.toMatchObject(taken)
    await archiveTeam(admin, { teamId })
    await addTeam(admin, { name: '営業部' })
    await expect(restoreTeam(admin, { teamId })).rejects.toMatchObject(taken)
  })

  it('keep their root, which may be renamed', async () => {
    const { admin, rootId } = await givenOrganisation()
    await expect(archiveTeam(admin, { teamId: rootId })).rejects.toMatchObject({ message: 'rootTeamStays' })
    await renameTeam(admin, { teamId: rootId, name: '本社' })
    expect(await teams(admin)).toMatchObject([{ name: '本社', isRoot: true }])
  })
})

describe('channels', () => {
  it('are added in the next colour; the seventh has none', async () => {
    const { admin } = await givenOrganisation()
    await addChannel(admin, { name: 'メール' })
    await addChannel(admin, { name: 'パートナー', defaultEntry: 'opportunity', isMarketing: false })
    const added = (await channels(admin)).slice(5)
    expect(added).toMatchObject([
      { name: 'メール', colour: 6, defaultEntry: 'lead', isMarketing: true },
      { name: 'パートナー', colour: 0, defaultEntry: 'opportunity', isMarketing: false },
    ])
  })

  it('are renamed, archived to the end of the list, and restored to their place', async () => {
    const { admin, channelIds } = await givenOrganisation()
    const channelId = channelIds.Web ?? ''
    await renameChannel(admin, { channelId, name: 'Webサイト' })
    await archiveChannel(admin, { channelId })
    expect((await channels(admin)).at(-1)).toMatchObject({ name: 'Webサイト', archivedAt: expect.any(String) })
    await restoreChannel(admin, { channelId })
    expect((await channels(admin))[0]).toMatchObject({ name: 'Webサイト', archivedAt: null })
  })

  it('enter at a stage of the organisation', async () => {
    const { admin } = await givenOrganisation()
    const unknown = addChannel(admin, { name: 'SNS', defaultEntry: 'follower' })
    await expect(unknown).rejects.toMatchObject({ code: 'invalid', fields: { defaultEntry: 'stageUnknown' } })
  })
})

describe('every command', () => {
  it('leaves who changed what, before and after, and raises the data version once', async () => {
    const { admin, rootId } = await givenOrganisation()
    await renameTeam(admin, { teamId: rootId, name: '本社' })
    const log = await readOrg(admin, (tx) =>
      tx.$client.query(`select user_id, action, subject_id, before, after from audit_log where action = 'team.rename'`),
    )
    expect(log.rows).toEqual([
      {
        user_id: admin.userId,
        action: 'team.rename',
        subject_id: rootId,
        before: { name: '全社' },
        after: { name: '本社' },
      },
    ])
    expect((await sessionOf(admin))?.dataVersion).toBe(admin.dataVersion + 1)
  })

  it('that changes nothing leaves nothing', async () => {
    const { admin, channelIds } = await givenOrganisation()
    await restoreChannel(admin, { channelId: channelIds.Web ?? '' })
    expect((await sessionOf(admin))?.dataVersion).toBe(admin.dataVersion)
  })
})

describe('what an organisation chooses for its figures', () => {
  const settingsOf = async ({ userId, orgId, sessionId }: { userId: string; orgId: string; sessionId: string }) =>
    (await sessionOf({ userId, orgId, sessionId }))?.org

  it('begins with the defaults of the domain', async () => {
    const { admin } = await givenOrganisation()
    expect(admin.org).toMatchObject({
      ...{ unit: 'thousand', negativeStyle: 'minus', goodFrom: 1, watchFrom: 0.8, agreedDays: 5, influenceDays: 180 },
    })
  })

  it('counts from the next request on, leaves the rest alone, and stands in the audit log', async () => {
    const { admin, orgId } = await givenOrganisation()
    const changes = { unit: 'million', watchFrom: 0.85, agreedDays: 3, influenceDays: 90 } as const
    await saveOrganisation(admin, changes)
    expect(await settingsOf(admin)).toMatchObject({ ...changes, name: '株式会社テスト', goodFrom: 1 })
    expect((await sessionOf(admin))?.dataVersion).toBe(admin.dataVersion + 1)
    await saveOrganisation(admin, changes)
    expect((await sessionOf(admin))?.dataVersion).toBe(admin.dataVersion + 1)
    const text = `select before ->> 'agreedDays' as before, after ->> 'agreedDays' as after from audit_log
      where org_id = $1 and action = 'organisation.save'`
    const { rows } = await readOrg(admin, (tx) => tx.$client.query(text, [orgId]))
    expect(rows).toEqual([{ before: '5', after: '3' }])
  })

  it('keeps △ below ○, also when only one of them changes', async () => {
    const { admin } = await givenOrganisation()
    const refused = { code: 'invalid', fields: { watchFrom: 'thresholdOrder' } }
    await expect(saveOrganisation(admin, { watchFrom: 1.01 })).rejects.toMatchObject(refused)
    await expect(saveOrganisation(admin, { goodFrom: 0.79 })).rejects.toMatchObject(refused)
    await saveOrganisation(admin, { goodFrom: 0.9, watchFrom: 0.9 })
  })

  it.each([
    { goodFrom: 0 },
    { watchFrom: 0.805 },
    { agreedDays: 61 },
    { agreedDays: -1 },
    { influenceDays: 0 },
    { influenceDays: 731 },
    { name: ' ' },
  ])('refuses %o', async (changes) => {
    const { admin } = await givenOrganisation()
    await expect(saveOrganisation(admin, changes)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is of one organisation alone', async () => {
    const [ours, other] = [await givenOrganisation(), await givenOrganisation()]
    await saveOrganisation(ours.admin, { agreedDays: 2 })
    expect((await settingsOf(other.admin))?.agreedDays).toBe(5)
  })
})
