import { USUAL_RULES } from '#lib/attribution/kept-rules'
import { type FiscalYear, fiscalYearOf } from '#lib/month'
import type { Actor } from '#lib/permissions'
import { addChannel } from '../commands/add-channel'
import { addTeam } from '../commands/add-team'
import { changeChannelCredit } from '../commands/change-channel-credit'
import { saveAttributionRules } from '../commands/save-attribution-rules'
import { campaignsOf } from '../queries/campaigns'
import { credentialsOf } from '../queries/credentials'
import { channels, teams } from '../queries/organisation'
import { loadActuals, loadCloses, loadCorrection } from './actuals'
import { COMPANY, COMPANY_GOALS, EXECUTIVE, type Goals, MARKETER, SALES, TEAMS, type TeamPlan } from './company'
import { type ChannelIds, companyDraft, teamDraft } from './drafts'
import { givenCompany, givenPerson } from './people'
import { loadPlan, type WantedVersion, withBetterExhibitions, withHigherGoal } from './plans'
import { loadLateTouch, loadRecords, type SampleRecords } from './records'
import { type Story, storyOf } from './story'

/** Costs that are still to be entered for the last finished month: a channel of each team, in the order of TEAMS. */
const COST_MISSING = ['展示会', '広告']

/** Whose people of the last finished month nobody called: a channel of each team, in the order of TEAMS. */
const NEGLECTED = ['展示会', null]

type Writers = { readonly admin: Actor; readonly marketer: Actor; readonly executive: Actor }

/**
 * Loads みなと計測株式会社: 24 months up to today, inputs only, through the ordinary commands. A company that exists is
 * left as it is, whatever became of it since; a load that was interrupted goes on where it stopped.
 * @param today 'YYYY-MM-DD'; null = the day it is in Japan
 * @returns whether anything was written
 */
export async function loadSample(today: string | null): Promise<boolean> {
  // The sales manager writes nothing here and is added last: whoever can log in as her sees the whole company.
  if (await credentialsOf(SALES.email)) return false
  const day = today ?? new Intl.DateTimeFormat('sv-SE', { timeZone: COMPANY.timeZone }).format(new Date())
  const story = storyOf(day)
  const admin = await givenCompany()
  const executive = await givenPerson(admin, EXECUTIVE)
  const teamIds = await givenTeams(admin)
  // Marketing works in the teams; the company's own page belongs to those who answer for all of it.
  const marketer = await givenPerson(admin, MARKETER, [...teamIds.values()])
  const writers = { admin, marketer, executive }
  const years = yearsOf(story)
  await givenAttribution(writers)
  const channelIds = new Map((await channels(admin)).map((channel) => [channel.name, channel.id]))
  await loadCompanyPlans(writers, years)
  const loaded: SampleRecords[] = []
  for (const [i, [name, plan]] of Object.entries(TEAMS).entries()) {
    const teamId = teamIds.get(name)
    if (!teamId) continue
    const drafts = await loadTeamPlans(writers, teamId, plan, years, channelIds, i === 0)
    const team = { teamId, plan, drafts, years, channelIds, story, costMissing: COST_MISSING[i] ?? '' }
    const cells = await loadActuals(marketer, team)
    const [neglected, runs] = [NEGLECTED[i] ?? null, await campaignsOf(marketer, teamId)]
    const records = { teamId, team: plan, ids: channelIds, cells, story, today: story.today, neglected, runs }
    await loadRecords(marketer, records)
    loaded.push(records)
  }
  // Closing keeps what the records are credited with: they come first.
  for (const { teamId } of loaded) await loadCloses(marketer, teamId, story)
  if (loaded[0]) await loadCorrection(marketer, loaded[0].teamId, story, channelIds.get('Web'))
  if (loaded[0]) await loadLateTouch(marketer, loaded[0])
  await givenPerson(admin, SALES)
  return true
}

/** The fiscal years that the months touch, this year first, as COMPANY_GOALS and TEAMS have them. */
function yearsOf(story: Story): FiscalYear[] {
  const years = new Map(
    story.months.map((month) => fiscalYearOf(month, COMPANY.fiscalStart)).map((year) => [year.year, year]),
  )
  return [...years.values()].reverse()
}

async function givenTeams(admin: Actor): Promise<ReadonlyMap<string, string>> {
  const known = new Set((await teams(admin)).map((team) => team.name))
  for (const name of Object.keys(TEAMS)) if (!known.has(name)) await addTeam(admin, { name })
  const own = (await teams(admin)).filter((team) => !team.isRoot)
  return new Map(own.map((team) => [team.name, team.id]))
}

/** Of what the company sells 45 % is gross profit. */
const GROSS_MARGIN = 4500

/** The company's own idea: what made the opportunity counts most. In hundredths of a percent. */
const OWN_WEIGHTS = { first: 2000, leadCreation: 2000, opportunityCreation: 3500, last: 1500, middle: 1000 }

/** People also come by themselves: a channel that is nobody's marketing, and has no plan. W-shaped is what they look at. */
async function givenAttribution({ admin, executive }: Writers): Promise<void> {
  if ((await channels(admin)).some(({ name }) => name === '直接')) return
  const { lookbackDays, level } = USUAL_RULES
  const rules = { lookbackDays, level, halfLifeDays: null, custom: OWN_WEIGHTS }
  await saveAttributionRules(executive, { ...rules, defaultModel: 'w', grossMargin: GROSS_MARGIN })
  const { channelId } = await addChannel(admin, { name: '直接', isMarketing: false })
  await changeChannelCredit(admin, { channelId, isDirect: true, grossMargin: null })
}

const START_OF_YEAR = '期初の計画'

async function loadCompanyPlans({ admin, executive }: Writers, years: readonly FiscalYear[]): Promise<void> {
  const root = (await teams(admin)).find((team) => team.isRoot)
  if (!root) return
  for (const { year, goals } of goalsByYear(COMPANY_GOALS, years)) {
    const version = { draft: companyDraft(goals), reason: START_OF_YEAR, writer: executive, approver: executive }
    await loadPlan(root.id, year, [version])
  }
}

/** @param hasVersions whether this year's plan was revised, and is being revised again */
async function loadTeamPlans(
  { marketer, executive }: Writers,
  teamId: string,
  plan: TeamPlan,
  years: readonly FiscalYear[],
  channelIds: ChannelIds,
  hasVersions: boolean,
) {
  const drafts = new Map(
    goalsByYear(plan.goals, years).map(({ year, goals }) => [year, teamDraft(goals, plan, channelIds)]),
  )
  for (const [year, draft] of drafts) {
    const first: WantedVersion = { draft, reason: START_OF_YEAR, writer: marketer, approver: executive }
    const revised = hasVersions && year === years[0]?.year ? revisions(draft, marketer, channelIds.get('展示会')) : []
    await loadPlan(teamId, year, [first, ...revised])
  }
  return drafts
}

function revisions(draft: WantedVersion['draft'], marketer: Actor, exhibitionId: string | undefined): WantedVersion[] {
  const better = withBetterExhibitions(draft, exhibitionId)
  return [
    { draft: better, reason: '展示会のリード→MQL転換率を前期実績の18%に見直し', writer: marketer, approver: marketer },
    {
      draft: withHigherGoal(better),
      reason: '下期の受注増を見込んだKGIの引き上げ案',
      writer: marketer,
      approver: null,
    },
  ]
}

function goalsByYear(goals: readonly Goals[], years: readonly FiscalYear[]): { year: number; goals: Goals }[] {
  return years.flatMap(({ year }, i) => (goals[i] ? [{ year, goals: goals[i] }] : []))
}
