import { eq } from 'drizzle-orm'
import { notFound } from '#lib/errors'
import { lookBack } from '#lib/forecast/run'
import { addMonths, type FiscalYear, monthOf } from '#lib/month'
import type { Channel, Team } from '#lib/organisation'
import { reaches } from '#lib/permissions'
import type { ActivePlan, PlanAndActuals } from '#lib/plan-vs-actual/ledger-of'
import type { CountedFrom } from '#lib/records/counted-actuals'
import { readOrg, type Tx } from '../client'
import { kept, type Reader } from '../kept'
import { campaigns } from '../schema/funnel'
import { campaignsIn } from './campaigns'
import { chosenThroughIn, closesIn, restatementsIn } from './closing'
import { choicesIn, monthFiguresIn } from './counted'
import { landingOverridesIn } from './landing'
import { channelsIn, stagesIn, teamsIn } from './organisation'
import { activePlansIn } from './plans'
import { recordedOpportunitiesIn } from './recorded-opportunities'

export type YearRead = PlanAndActuals & {
  /** What is counted from records instead of by hand: the grid takes no entry there. */
  readonly countedFrom: readonly CountedFrom[]
  /** All channels of the organisation. */
  readonly channels: readonly Channel[]
}

const keptYear = kept<YearRead>(500)

/**
 * All that plan vs actual needs of a team's year: active plans of this year and the next, campaigns, figures of this
 * year, the last and what exposure looks back on (by hand or counted from records, as chosen), closes and what was
 * corrected or set by hand since, and the opportunities that are recorded. The root team's page is the whole, so it takes those of all teams.
 * @param today 'YYYY-MM-DD': by the finished months before it ヨミ is calibrated
 * @throws AppError 'notFound' for a team that does not exist or that the actor does not reach
 */
export async function planAndActuals(
  actor: Reader,
  teamId: string,
  year: FiscalYear,
  today: string,
): Promise<YearRead> {
  if (!reaches(actor, teamId)) throw notFound()
  return keptYear(actor, [teamId, year.year, year.startsIn, monthOf(today)], () =>
    readOrg(actor, (tx) => planAndActualsIn(tx, actor.orgId, teamId, { year, today })),
  )
}

async function planAndActualsIn(
  tx: Tx,
  orgId: string,
  teamId: string,
  { year, today }: { readonly year: FiscalYear; readonly today: string },
): Promise<YearRead> {
  const teams = await teamsIn(tx, orgId, true)
  const team = teams.find((each) => each.id === teamId)
  if (!team) throw notFound()
  const ofTeam = team.isRoot ? undefined : team.id
  const plans = await activePlansIn(tx, orgId, [year.year, year.year + 1], ofTeam)
  const teamIds = ofTeam ? [ofTeam] : undefined
  const span = { from: addMonths(year.first, -12 - lookBackOf(plans, year)), to: year.last }
  const countedFrom = await choicesIn(tx, orgId, teamIds ?? null)
  const actuals = await monthFiguresIn(tx, orgId, { teamIds: teamIds ?? null, ...span }, countedFrom)
  const figures = [
    ...plans.filter((plan) => plan.year === year.year),
    ...actuals.filter(({ month }) => month >= year.first),
  ]
  return {
    ...{ year, wholeOf: wholeOf(team, teams, figures), plans, actuals, countedFrom },
    stages: await stagesIn(tx, orgId),
    channels: await channelsIn(tx, orgId),
    campaigns: await campaignsIn(tx, orgId, ofTeam ? eq(campaigns.teamId, ofTeam) : undefined),
    closes: await closesIn(tx, orgId, ofTeam),
    restatements: await restatementsIn(tx, orgId, teamIds, year),
    chosenThrough: await chosenThroughIn(tx, orgId, teamId, year.year),
    landingOverrides: await landingOverridesIn(tx, orgId, ofTeam, year),
    opportunities: await recordedOpportunitiesIn(tx, orgId, teamIds, { year, today }),
  }
}

/** Months that the exposure of this year's first month, and of last year's, reaches back. */
function lookBackOf(plans: readonly ActivePlan[], year: FiscalYear): number {
  const own = plans.filter((plan) => plan.year === year.year).flatMap((plan) => plan.draft.channels)
  return lookBack(own.flatMap((channel) => channel.transitions.flatMap(({ lag }) => (lag === null ? [] : [lag]))))
}

/** The root, while other teams exist; an archived one exists for a year in which it has figures. */
function wholeOf(team: Team, teams: readonly Team[], figures: readonly { readonly teamId: string }[]): string | null {
  if (!team.isRoot) return null
  const others = teams.some((each) => !each.isRoot && each.archivedAt === null)
  return others || figures.some((each) => each.teamId !== team.id) ? team.id : null
}
