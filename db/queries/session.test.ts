import { describe, expect, it } from 'vitest'
import { asSignin, type Tx, withOrg } from '../client'
import { addTeam } from '../commands/add-team'
import { archiveTeam } from '../commands/archive-team'
import { endAllSessions, endSession } from '../commands/end-session'
import { startSession } from '../commands/start-session'
import { givenMember, givenOrganisation } from '../fixtures'
import { newId } from '../id'
import { type Session, sessionOf } from './session'

/** Changes what no command changes: time that has passed, a role that was taken away, a person who was disabled. */
async function behindTheScenes(session: Session, text: string): Promise<void> {
  const run = (tx: Tx) => tx.$client.query(text)
  const { rowCount } = await (text.startsWith('update users') ? asSignin(run) : withOrg(session, run))
  expect(rowCount).toBe(1)
}

describe('a session', () => {
  it('knows the person, the organisation and the teams they reach', async () => {
    const org = await givenOrganisation({ name: '株式会社みなと' })
    const { teamId } = await addTeam(org.admin, { name: '第一事業部' })
    const { teamId: archived } = await addTeam(org.admin, { name: '旧事業部' })
    await archiveTeam(org.admin, { teamId: archived })
    const all = await givenMember(org, 'executive', { name: '高橋 直子' })
    expect(all).toMatchObject({
      ...{ role: 'executive', name: '高橋 直子', teamIds: null, orgId: org.orgId },
      org: {
        name: '株式会社みなと',
        currency: 'JPY',
        fiscalStart: 4,
        timeZone: 'Asia/Tokyo',
        goodFrom: 1,
        watchFrom: 0.8,
      },
    })
    expect(all.teams.map((team) => team.name)).toEqual(['全社', '第一事業部'])
    const some = await givenMember(org, 'viewer', { teamIds: [teamId] })
    expect([some.teamIds, some.teams.map((team) => team.name)]).toEqual([[teamId], ['第一事業部']])
  })

  it('ends with log-out, and only that one', async () => {
    const { admin, orgId } = await givenOrganisation()
    const other = await startSession(admin.userId)
    await endSession(admin)
    expect(await sessionOf(admin)).toBeNull()
    expect(other && (await sessionOf({ userId: admin.userId, ...other }))).toMatchObject({ orgId })
    await endAllSessions(admin.userId)
    expect(other && (await sessionOf({ userId: admin.userId, ...other }))).toBeNull()
  })

  it.each([
    ['has not been seen for 7 days', `last_seen_at = now() - interval '7 days'`],
    ['began 30 days ago', `created_at = now() - interval '30 days'`],
  ])('ends when it %s', async (_, change) => {
    const { admin } = await givenOrganisation()
    await behindTheScenes(admin, `update sessions set ${change} where id = '${admin.sessionId}'`)
    expect(await sessionOf(admin)).toBeNull()
  })

  it('holds just within the limits, and is marked as seen', async () => {
    const { admin } = await givenOrganisation()
    const past = `last_seen_at = now() - interval '6 days', created_at = now() - interval '29 days'`
    await behindTheScenes(admin, `update sessions set ${past} where id = '${admin.sessionId}'`)
    expect(await sessionOf(admin)).not.toBeNull()
    const seen = `update sessions set revoked_at = null where id = '${admin.sessionId}' and last_seen_at > now() - interval '1 minute'`
    await behindTheScenes(admin, seen)
  })

  it('answers while another request of the same person notes that it was seen', async () => {
    const { admin } = await givenOrganisation()
    const own = `where id = '${admin.sessionId}'`
    await behindTheScenes(admin, `update sessions set last_seen_at = now() - interval '1 hour' ${own}`)
    await withOrg(admin, async ({ $client }) => {
      await $client.query(`update sessions set last_seen_at = now() ${own}`)
      expect(await sessionOf(admin)).toMatchObject({ orgId: admin.orgId })
    })
  })

  it.each([
    ['the membership', 'memberships set disabled_at = now() where user_id ='],
    ['the person', 'users set disabled_at = now() where id ='],
  ])('ends when %s is disabled', async (_, change) => {
    const { admin } = await givenOrganisation()
    await behindTheScenes(admin, `update ${change} '${admin.userId}'`)
    expect(await sessionOf(admin)).toBeNull()
    expect(await startSession(admin.userId)).toBeNull()
  })

  it('has the role of now, not of when it began', async () => {
    const { admin } = await givenOrganisation()
    await behindTheScenes(admin, `update memberships set role = 'viewer' where user_id = '${admin.userId}'`)
    expect(await sessionOf(admin)).toMatchObject({ role: 'viewer' })
  })

  it('is nobody else’s, and no other organisation’s', async () => {
    const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()]
    const { userId, orgId, sessionId } = ours.admin
    expect(await sessionOf({ userId: theirs.admin.userId, orgId, sessionId })).toBeNull()
    expect(await sessionOf({ userId, orgId: theirs.orgId, sessionId })).toBeNull()
    expect(await sessionOf({ userId, orgId, sessionId: newId() })).toBeNull()
    expect(await sessionOf({ userId, orgId, sessionId: `' or true --` })).toBeNull()
  })

  it('begins in the organisation used last, or in the one that is asked for', async () => {
    const [first, second] = [await givenOrganisation(), await givenOrganisation()]
    const email = `${newId()}@example.com`
    const { userId } = await givenMember(first, 'viewer', { email })
    await givenMember(second, 'marketer', { email })
    expect(await startSession(userId)).toMatchObject({ orgId: second.orgId })
    expect(await startSession(userId, first.orgId)).toMatchObject({ orgId: first.orgId })
    expect(await startSession(userId)).toMatchObject({ orgId: first.orgId })
    expect(await startSession(userId, (await givenOrganisation()).orgId)).toBeNull()
  })
})
