import { randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { addChannel } from '#db/commands/add-channel'
import { type GivenOrganisation, givenActivePlan, givenOrganisation } from '#db/fixtures'
import { campaignsOf } from '#db/queries/campaigns'
import { channels } from '#db/queries/organisation'
import type { Session } from '#db/queries/session'
import { loadActuals } from '#db/sample/actuals'
import { TEAMS } from '#db/sample/company'
import { teamDraft } from '#db/sample/drafts'
import { loadRecords, type SampleRecords } from '#db/sample/records'
import { storyOf } from '#db/sample/story'
import { fiscalYear } from '#lib/month'
import { TODAY } from '../demo-server'

/** A company with somebody logged in: where its pages lie, and the cookie that opens them. */
export type Company = { readonly path: string; readonly cookie: string; readonly session: Session }

export const secret = randomBytes(32).toString('base64url')

/** This year first. */
const YEARS = [2026, 2025].map((year) => fiscalYear(year, 4))
const TEAM = TEAMS.産業機器事業部 ?? missing()
const GOALS = { revenueGoal: 330_000_000, existing: 170_000_000, salesSourced: 40_000_000 }

/**
 * An organisation with two years of plans over five channels, campaigns, two years of entered months and the leads,
 * opportunities and touches behind the last seven, through the ordinary commands.
 */
export async function company(seed: number): Promise<Company> {
  const given = await givenOrganisation({ name: `計測 ${seed}` })
  const draft = sampleDraft(given, seed)
  for (const { year } of YEARS) await givenActivePlan(given.admin, given.rootId, year, draft)
  await enterRecords(given, seed, await enterMonths(given, seed))
  return opened(given)
}

const idsOf = (given: GivenOrganisation) => new Map(Object.entries(given.channelIds))
const sampleDraft = (given: GivenOrganisation, seed: number) => teamDraft(GOALS, { ...TEAM, seed }, idsOf(given))

/** Two years of months with campaigns, as they would follow from the sample's plan. */
async function enterMonths(given: GivenOrganisation, seed: number): ReturnType<typeof loadActuals> {
  const drafts = new Map(YEARS.map(({ year }) => [year, sampleDraft(given, seed)]))
  const team = { teamId: given.rootId, plan: { ...TEAM, seed }, drafts, years: YEARS, channelIds: idsOf(given) }
  return loadActuals(given.admin, { ...team, story: storyOf(TODAY), costMissing: '' })
}

async function enterRecords(given: GivenOrganisation, seed: number, cells: SampleRecords['cells']): Promise<void> {
  const { admin, rootId: teamId } = given
  const team = { teamId, team: { ...TEAM, seed }, ids: idsOf(given), cells, story: storyOf(TODAY), today: TODAY }
  await loadRecords(admin, { ...team, neglected: null, runs: await campaignsOf(admin, teamId) })
}

/** An organisation whose plan has twenty channels; five of them have months that stand as evidence beside it. */
export async function wideCompany(): Promise<Company> {
  const given = await givenOrganisation({ name: '20チャネル株式会社' })
  for (let i = 6; i <= 20; i++) await addChannel(given.admin, { name: `チャネル${i}` })
  const all = await channels(given.admin)
  const web = sampleDraft(given, 20).channels.find(({ channelId }) => channelId === given.channelIds.Web)
  if (!web) throw new Error('the default channels have no Web')
  const draft = teamDraft(GOALS, TEAM, new Map())
  const wide = { ...draft, channels: all.map(({ id }) => ({ ...web, channelId: id, share: '0.05' })) }
  await givenActivePlan(given.admin, given.rootId, 2026, wide)
  await enterMonths(given, 20)
  return opened(given)
}

function missing(): never {
  throw new Error('the sample company has no such team')
}

async function opened({ admin, rootId }: GivenOrganisation): Promise<Company> {
  const token = { uid: admin.userId, org: admin.orgId, sid: admin.sessionId }
  const value = await encode({ token, secret, maxAge: 3600 })
  return { path: `/${rootId}/2026`, cookie: `gyakusan=${value}`, session: admin }
}
