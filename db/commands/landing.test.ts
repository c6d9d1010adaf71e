import { describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { givenMember, givenOrganisation } from '../fixtures'
import { planAndActuals } from '../queries/plan-and-actuals'
import { sessionOf } from '../queries/session'
import { addTeam } from './add-team'
import { setLandingOverride } from './set-landing-override'

async function given() {
  const org = await givenOrganisation()
  const sales = await givenMember(org, 'sales_manager')
  const set = (amount: number | null, reason: string | null, teamId = org.rootId) =>
    setLandingOverride(sales, { teamId, month: '2026-12', line: 'existing', amount, reason })
  const read = async (teamId = org.rootId) =>
    (await planAndActuals((await sessionOf(org.admin)) ?? org.admin, teamId, fiscalYear(2026, 4), '2026-10-05'))
      .landingOverrides
  return { ...org, set, read }
}

describe('a landing set by hand', () => {
  it('stands with its reason, is replaced by the next one, and given up again', async () => {
    const { rootId, set, read } = await given()
    await set(8_000_000, '更新の遅れ')
    await set(9_000_000, '大口更新の前倒し')
    const place = { teamId: rootId, month: '2026-12', line: 'existing' }
    const who = { by: 'sales_manager さん', at: expect.any(String) }
    expect(await read()).toEqual([{ ...place, ...who, amount: 9_000_000, reason: '大口更新の前倒し' }])
    await set(null, null)
    expect(await read()).toEqual([])
  })

  it.each([
    ['a reason', 1, ' ', 'reason', 'reasonMissing'],
    ['an amount of 0 or more', -1, '返金', 'amount', 'amountNegative'],
  ])('needs %s', async (_, amount, reason, field, message) => {
    const { set, read } = await given()
    await expect(set(amount, reason)).rejects.toMatchObject({ code: 'invalid', fields: { [field]: message } })
    expect(await read()).toEqual([])
  })

  it('of a team is part of the whole, and of no other team', async () => {
    const { admin, rootId, set, read } = await given()
    const { teamId } = await addTeam(admin, { name: '第一事業部' })
    const { teamId: other } = await addTeam(admin, { name: '第二事業部' })
    await set(0, '解約', teamId)
    expect((await read(rootId)).map((each) => [each.teamId, each.amount])).toEqual([[teamId, 0]])
    expect([await read(teamId), await read(other)]).toMatchObject([[{ amount: 0 }], []])
  })
})
