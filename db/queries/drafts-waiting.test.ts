import { describe, expect, it } from 'vitest'
import { savePlanDraft } from '../commands/save-plan-draft'
import { givenActivePlan, givenDraft, givenMember, givenOrganisation } from '../fixtures'
import { draftsWaiting } from './drafts-waiting'

async function given() {
  const org = await givenOrganisation()
  const marketer = await givenMember(org, 'marketer')
  const draft = givenDraft(org.channelIds.Web ?? '')
  const save = (changes: Partial<typeof draft> = {}, reason: string | null = null) => {
    const place = { teamId: org.rootId, year: 2026, planId: null, revision: null }
    return savePlanDraft(marketer, { ...place, draft: { ...draft, ...changes }, reason })
  }
  return { ...org, draft, save, read: () => draftsWaiting(org.admin, [org.rootId], 2026) }
}

describe('a draft waits', () => {
  it('while there is no active plan, for the approval of the KGI', async () => {
    const { rootId, save, read } = await given()
    const { planId } = await save({}, '期初の計画')
    const who = { createdBy: 'marketer さん', createdAt: expect.any(String) }
    expect(await read()).toEqual([
      { planId, teamId: rootId, version: 1, reason: '期初の計画', ...who, needsApproval: true },
    ])
  })

  it('without approval when its goals are those of the active one', async () => {
    const { admin, rootId, draft, save, read } = await given()
    await givenActivePlan(admin, rootId, 2026, draft)
    await save({ nextYearGrowth: '0.2' })
    await save({ existing: 1 })
    expect((await read()).map(({ version, needsApproval }) => [version, needsApproval])).toEqual([
      [3, true],
      [2, false],
    ])
  })

  it('no longer, once a newer version is active', async () => {
    const { admin, rootId, draft, save, read } = await given()
    await save({ revenueGoal: 1 })
    await givenActivePlan(admin, rootId, 2026, draft)
    expect(await read()).toEqual([])
  })

  it('only in its year', async () => {
    const { admin, rootId, save } = await given()
    await save()
    expect(await draftsWaiting(admin, [rootId], 2027)).toEqual([])
    expect(await draftsWaiting(admin, null, 2026)).toHaveLength(1)
  })
})
