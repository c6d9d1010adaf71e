import { describe, expect, it } from 'vitest'
import { givenActivePlan, givenDraft, givenMember, givenOrganisation } from '../fixtures'
import { planVersion, planVersions } from '../queries/plans'
import { activatePlan } from './activate-plan'
import { savePlanDraft } from './save-plan-draft'

const saving = { year: 2026, planId: null, revision: null, reason: null }

async function given() {
  const org = await givenOrganisation()
  const draft = givenDraft(org.channelIds.Web ?? '')
  return { ...org, draft, marketer: await givenMember(org, 'marketer'), executive: await givenMember(org, 'executive') }
}

describe('a draft', () => {
  it('comes back as it was typed, odd and missing fields too', async () => {
    const { admin, rootId, draft } = await given()
    const capacity = { salesPeople: 6, opportunitiesPerPerson: '7.50' }
    const odd = { ...draft, revenueGoal: -1, existing: null, nextYearGrowth: '-0.050', ...capacity }
    const web = { ...draft.channels[0], share: null, dealSize: 0, unitCost: null } as (typeof draft.channels)[number]
    const grounds = { scheduled: true, entryUplift: '0.0320', note: '業界団体の調査 2025年' }
    const curve = { ...web, ...grounds, transitions: [{ to: 'won', rate: '1.5', lag: ['0.25', '0.75'] }] }
    const saved = await savePlanDraft(admin, { ...saving, teamId: rootId, draft: { ...odd, channels: [curve] } })
    const read = await planVersion(admin, saved.planId)
    expect(saved).toMatchObject({ version: 1, revision: 1 })
    expect(read?.draft).toEqual({ ...odd, channels: [curve] })
    expect(read).toMatchObject({ state: 'draft', createdBy: '山本 大輔', activatedAt: null })
  })

  it('is saved once more under a new revision', async () => {
    const { marketer, rootId, draft } = await given()
    const first = await savePlanDraft(marketer, { ...saving, teamId: rootId, draft })
    const again = { ...saving, teamId: rootId, planId: first.planId, revision: 1, draft: { ...draft, revenueGoal: 5 } }
    expect(await savePlanDraft(marketer, again)).toEqual({ planId: first.planId, version: 1, revision: 2 })
    expect((await planVersion(marketer, first.planId))?.draft.revenueGoal).toBe(5)
  })

  it('is refused when somebody else saved it in between, and keeps what they saved', async () => {
    const { marketer, admin, rootId, draft } = await given()
    const { planId } = await savePlanDraft(marketer, { ...saving, teamId: rootId, draft })
    const mine = (revenueGoal: number) => ({
      ...saving,
      teamId: rootId,
      planId,
      revision: 1,
      draft: { ...draft, revenueGoal },
    })
    await savePlanDraft(admin, mine(7))
    await expect(savePlanDraft(marketer, mine(8))).rejects.toMatchObject({ code: 'conflict', message: 'planChanged' })
    expect((await planVersion(marketer, planId))?.draft.revenueGoal).toBe(7)
  })

  it('starts anew from an active version, which stays as it is', async () => {
    const { admin, rootId, draft } = await given()
    const { planId } = await givenActivePlan(admin, rootId, 2026, draft)
    const changed = { ...draft, existing: 1 }
    const saved = await savePlanDraft(admin, { ...saving, teamId: rootId, planId, revision: 1, draft: changed })
    expect(saved).toMatchObject({ version: 2, revision: 1 })
    const versions = await planVersions(admin, rootId, 2026)
    expect(versions.map(({ version, state, draft }) => [version, state, draft.existing])).toEqual([
      [2, 'draft', 1],
      [1, 'active', 0],
    ])
  })
})

describe('activation', () => {
  it('is the approval of the KGI: the first one is not a marketer’s', async () => {
    const { marketer, executive, rootId, draft } = await given()
    const { planId, revision } = await savePlanDraft(marketer, { ...saving, teamId: rootId, draft })
    const activation = { planId, revision, reason: '期初の計画' }
    await expect(activatePlan(marketer, activation)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'goalNeedsApproval',
    })
    await activatePlan(executive, activation)
    const plan = await planVersion(marketer, planId)
    expect(plan).toMatchObject({ state: 'active', activatedBy: 'executive さん', reason: '期初の計画' })
  })

  it('is a marketer’s when the goals stay, and supersedes the former version', async () => {
    const { admin, marketer, rootId, draft } = await given()
    await givenActivePlan(admin, rootId, 2026, draft)
    await givenActivePlan(marketer, rootId, 2026, { ...draft, nextYearGrowth: '0.1' })
    const states = (await planVersions(marketer, rootId, 2026)).map((plan) => plan.state)
    expect(states).toEqual(['active', 'superseded'])
  })

  it.each([{ revenueGoal: 130_000_000 }, { existing: 1 }, { salesSourced: 1 }])(
    'is not a marketer’s when %o changes',
    async (change) => {
      const { admin, marketer, rootId, draft } = await given()
      await givenActivePlan(admin, rootId, 2026, draft)
      const changed = givenActivePlan(marketer, rootId, 2026, { ...draft, ...change })
      await expect(changed).rejects.toMatchObject({ code: 'forbidden' })
    },
  )

  it('is refused with a sentence for each faulty field', async () => {
    const { admin, rootId, draft } = await given()
    const faulty = givenActivePlan(admin, rootId, 2026, { ...draft, revenueGoal: null })
    await expect(faulty).rejects.toMatchObject({
      code: 'invalid',
      message: 'planFaulty',
      fields: { revenueGoal: 'plan.goalMissing' },
    })
  })

  it('of an older revision is refused, and so is a second one', async () => {
    const { admin, rootId, draft } = await given()
    const { planId } = await savePlanDraft(admin, { ...saving, teamId: rootId, draft })
    await savePlanDraft(admin, { ...saving, teamId: rootId, planId, revision: 1, draft })
    const activate = (revision: number) => activatePlan(admin, { planId, revision, reason: null })
    await expect(activate(1)).rejects.toMatchObject({ message: 'planChanged' })
    await activate(2)
    await expect(activate(2)).rejects.toMatchObject({ message: 'planNotDraft' })
  })
})
