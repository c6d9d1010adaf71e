import { kept } from '#db/kept'
import { campaignsOf } from '#db/queries/campaigns'
import { monthFigures } from '#db/queries/counted'
import { channels, stages, teams } from '#db/queries/organisation'
import { activePlans, planVersions } from '#db/queries/plans'
import type { Locale } from '#lib/format'
import { scenarioOf } from '#lib/funnel/draft'
import { EVIDENCE_MONTHS } from '#lib/funnel/evidence'
import { historyOf } from '#lib/funnel/history'
import { LONGEST_LAG } from '#lib/funnel/kernel'
import { planFigures } from '#lib/funnel/plan'
import { stageName } from '#lib/metrics'
import { addMonths, type FiscalYear, monthOf } from '#lib/month'
import type { Packed } from '#lib/packed'
import type { Actor } from '#lib/permissions'
import { pack } from '#server/pack'
import type { TeamPage } from '#server/session'
import { today } from '#server/today'
import type { PlanSource } from '../../../../components/plan/plan-props'

const keptPacked = kept<Packed<PlanSource>>(200)

/** What the plan's screen computes with, as the page sends it; one a day. */
export function packedPlanSource(page: TeamPage, locale: Locale): Promise<Packed<PlanSource>> {
  const { session, team, year } = page
  const day = today(session.org.timeZone)
  // Of the other teams a plan names those that the person reaches.
  const reached = session.teamIds?.toSorted() ?? 'all'
  return keptPacked(session, [reached, team.id, year.year, year.startsIn, day, locale], async () =>
    pack(await planSource(page, day, locale)),
  )
}

async function planSource({ session, team, year }: TeamPage, day: string, locale: Locale): Promise<PlanSource> {
  const [versions, active, ownChannels, ownStages, ownTeams] = await Promise.all([
    planVersions(session, team.id, year.year),
    activePlans(session, [year.year - 1, year.year, year.year + 1]),
    channels(session),
    stages(session),
    teams(session),
  ])
  const others = team.isRoot ? ownTeams.filter((other) => other.id !== team.id) : []
  // A plan that holds goals only has no assumptions to prove.
  const { history, campaigns } = others.length > 0 ? NO_EVIDENCE : await evidenceFor(session, team.id, day)
  const keys = ownStages.map((stage) => stage.key)
  const planOf = (id: string, of: number) => active.find((plan) => plan.teamId === id && plan.year === of)
  const next = planOf(team.id, year.year + 1)
  return {
    today: day,
    stages: ownStages.map((stage) => ({ key: stage.key, label: stageName(stage, locale) })),
    channels: ownChannels,
    versions,
    lastYear: planOf(team.id, year.year - 1) ?? null,
    history,
    campaigns: campaigns.filter((own) => own.archivedAt === null && isIn(year, own.startsOn)),
    nextYear: next ? { channels: wantedOf(planFigures(scenarioOf(next.draft, keys))) } : null,
    teamGoals:
      others.length > 0
        ? others.map(({ id, name }) => ({ id, name, revenueGoal: planOf(id, year.year)?.draft.revenueGoal ?? null }))
        : null,
  }
}

type Evidence = Pick<PlanSource, 'history' | 'campaigns'>
const NO_EVIDENCE: Evidence = { history: {}, campaigns: [] }

/** What the team entered in the twelve months of evidence and as far before them as a lag can look back; its campaigns. */
async function evidenceFor(session: Actor, teamId: string, day: string): Promise<Evidence> {
  const to = addMonths(monthOf(day), -1)
  const from = addMonths(to, 1 - EVIDENCE_MONTHS - LONGEST_LAG)
  const [actuals, campaigns] = await Promise.all([
    monthFigures(session, { teamIds: [teamId], from, to }),
    campaignsOf(session, teamId),
  ])
  return { history: historyOf(actuals, to), campaigns }
}

const isIn = ({ first, last }: FiscalYear, date: string): boolean => monthOf(date) >= first && monthOf(date) <= last

/** Of next year's figures only what this year's last months serve. */
function wantedOf({ channels }: ReturnType<typeof planFigures>) {
  return channels.map(({ id, revenueByMonth }) => ({ id, revenueByMonth }))
}
