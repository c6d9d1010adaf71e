import { describe, expect, it } from 'vitest'
import { givenMember, givenOrganisation } from '../fixtures'
import { newId } from '../id'
import { credentialsOf } from '../queries/credentials'
import { membershipsOf } from '../queries/memberships'
import { channels, stages, teams } from '../queries/organisation'
import { addMember } from './add-member'
import { addTeam } from './add-team'
import { signUp } from './sign-up'

const person = () => ({
  ...{
    name: '山田 花子',
    email: `${newId()}@example.com`,
    passwordHash: '$argon2id$…',
    organisationName: '株式会社山田',
  },
  ...({ currency: 'USD', fiscalStart: 1 } as const),
})

describe('sign-up', () => {
  it('makes an organisation with a root team, stages and channels, and its admin', async () => {
    const { admin } = await givenOrganisation()
    expect(admin.role).toBe('admin')
    expect(await teams(admin)).toMatchObject([{ name: '全社', isRoot: true, archivedAt: null }])
    expect((await stages(admin)).map((stage) => stage.key)).toEqual(['visit', 'lead', 'mql', 'opportunity', 'won'])
    expect((await channels(admin)).map(({ name, colour, defaultEntry }) => [name, colour, defaultEntry])).toEqual([
      ['Web', 1, 'visit'],
      ['展示会', 2, 'lead'],
      ['セミナー', 3, 'lead'],
      ['広告', 4, 'visit'],
      ['紹介', 5, 'opportunity'],
    ])
  })

  it('writes an address in one form, and knows it again', async () => {
    const id = newId()
    await signUp({ ...person(), email: ` ${id.toUpperCase()}＠example.com ` })
    expect(await credentialsOf(`${id}@example.com`)).toMatchObject({ passwordHash: '$argon2id$…' })
    const again = signUp({ ...person(), email: `${id}@EXAMPLE.com` })
    await expect(again).rejects.toMatchObject({
      code: 'conflict',
      message: 'emailTaken',
      fields: { email: 'emailTaken' },
    })
  })

  it('leaves nothing behind when it is refused', async () => {
    const taken = person()
    const { userId } = await signUp(taken)
    await expect(signUp({ ...taken, organisationName: '二つ目' })).rejects.toMatchObject({ message: 'emailTaken' })
    expect(await membershipsOf(userId)).toHaveLength(1)
  })

  it.each([
    { fiscalStart: 13 },
    { email: 'a@x,b@y' },
    { organisationName: ' ' },
    { timeZone: 'Mars/Olympus' },
    { name: 'x\u0000y' },
  ])('refuses %o', async (wrong) => {
    await expect(signUp({ ...person(), ...wrong })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a member', () => {
  it('who is known keeps the password, and belongs to both organisations', async () => {
    const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()]
    const email = `${newId()}@example.com`
    const { userId } = await givenMember(ours, 'viewer', { email, passwordHash: 'mine' })
    await givenMember(theirs, 'admin', { email, passwordHash: 'theirs' })
    expect(await credentialsOf(email)).toEqual({ userId, passwordHash: 'mine' })
    expect((await membershipsOf(userId)).map((each) => each.role)).toEqual(['viewer', 'admin'])
  })

  it('is added once', async () => {
    const org = await givenOrganisation()
    const email = `${newId()}@example.com`
    await givenMember(org, 'viewer', { email })
    await expect(givenMember(org, 'admin', { email })).rejects.toMatchObject({ message: 'memberAlready' })
  })

  it('of another organisation’s team is not found', async () => {
    const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()]
    const { teamId } = await addTeam(theirs.admin, { name: '他社のチーム' })
    const input = { name: '誰か', email: `${newId()}@example.com`, role: 'viewer', passwordHash: null } as const
    await expect(addMember(ours.admin, { ...input, teamIds: [teamId] })).rejects.toMatchObject({ code: 'notFound' })
    expect(await credentialsOf(input.email)).toBeNull()
  })
})
