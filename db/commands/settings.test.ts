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
