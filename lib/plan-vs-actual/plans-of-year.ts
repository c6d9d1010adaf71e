import { calendarsOf } from '#lib/funnel/calendar'
import { scenarioOf } from '#lib/funnel/draft'
import { type PlanFigures, planFigures } from '#lib/funnel/plan'
import type { Scenario } from '#lib/funnel/scenario'
import type { PlanDraft } from '#lib/input/plan-draft'
import type { ActivePlan, PlanAndActuals } from './ledger-of'

/** A team's plan of the year: what it assumes, and what follows from it. */
export type TeamPlan = { readonly draft: PlanDraft; readonly scenario: Scenario; readonly figures: PlanFigures }

const known = new WeakMap<PlanAndActuals, ReadonlyMap<string, TeamPlan>>()

/**
 * Each team's plan; the last months' work serves next year's revenue, so next year's plan is read first. Remembered per
 * source, for the ledger and its remarks both start from it.
 */
export function plansOfYear(source: PlanAndActuals): ReadonlyMap<string, TeamPlan> {
  const plans = known.get(source) ?? computed(source)
  known.set(source, plans)
  return plans
}

function computed(source: PlanAndActuals): ReadonlyMap<string, TeamPlan> {
  const { plans, year, stages } = source
  const keys = stages.map((stage) => stage.key)
  const following = new Map<string, PlanFigures>()
  for (const { teamId, draft, ...plan } of plans)
    if (plan.year === year.year + 1) following.set(teamId, planFigures(scenarioOf(draft, keys)))
  const teamPlan = ({ teamId, draft }: ActivePlan): TeamPlan => {
    const scenario = scenarioOf(
      draft,
      keys,
      following.get(teamId) ?? null,
      calendarsOf(plannedBy(teamId, source), year),
    )
    return { draft, scenario, figures: planFigures(scenario) }
  }
  return new Map(plans.filter((plan) => plan.year === year.year).map((plan) => [plan.teamId, teamPlan(plan)]))
}

/** Campaigns that plan something for a team: an archived one keeps only its actuals. */
function plannedBy(teamId: string, { campaigns }: PlanAndActuals) {
  return campaigns.filter((campaign) => campaign.teamId === teamId && campaign.archivedAt === null)
}
