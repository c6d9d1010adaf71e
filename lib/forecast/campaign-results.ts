import type { StageKey } from '#lib/funnel/stages'
import type { CampaignRow, Ledger, LedgerCampaign } from '#lib/plan-vs-actual/ledger'
import { ratio, sumOf } from '#lib/ratio'
import { landingOf } from './landing'
import { type CohortRate, cohortRate, RIPE_FROM, ripenessOfSeveral } from './ripeness'
import { type Run, sharesOf } from './run'

/** One transition of a campaign's people: a cohort, so that time must pass before its rate is final. */
export type CampaignTransition = CohortRate & {
  readonly from: StageKey
  readonly to: StageKey
  readonly y: number | null
  readonly n: number | null
  /** Share of the cohort whose lag is over; null without anyone in it. */
  readonly ripeness: number | null
}

/** What a campaign planned and what came of it by the boundary, last year's months included. Null: not entered. */
export type CampaignResult = {
  readonly campaign: LedgerCampaign
  readonly entryStage: StageKey | null
  readonly entries: number | null
  readonly cost: number | null
  /** Upstream first; empty where the channel has no plan that says what is due when. */
  readonly transitions: readonly CampaignTransition[]
  readonly won: number | null
  readonly revenue: number | null
  /** (Revenue − cost) ÷ cost so far, by revenue. */
  readonly roi: number | null
}

/** Results of all campaigns of the ledger, in its order (DOMAIN §5 ripeness, §9 of the cohort). */
export function campaignResults(ledger: Ledger): CampaignResult[] {
  return ledger.campaigns.map((campaign) => resultOf(campaign, ledger))
}

function resultOf(campaign: LedgerCampaign, ledger: Ledger): CampaignResult {
  const rows = ledger.campaignRows.filter((row) => row.campaignId === campaign.id)
  const run = ledger.runs.find((each) => each.teamId === campaign.teamId && each.channelId === campaign.channelId)
  const stages = run?.stages ?? ledger.stages.map(({ key }) => key)
  const entryStage = stages.find((stage) => rows.some((row) => row.metric === stage)) ?? stages[0] ?? null
  const sumIn = (metric: string) => sumOf(soFar(rows, metric, ledger).map(({ count }) => count))
  const [cost, revenue] = [sumIn('cost'), sumIn('revenue')]
  return {
    ...{ campaign, entryStage: run?.stages[0] ?? entryStage, cost, revenue, won: sumIn('won') },
    entries: entryStage === null ? null : sumIn(run?.stages[0] ?? entryStage),
    transitions: run ? transitionsOf(run, rows, ledger) : [],
    roi: ratio(revenue !== null && cost !== null ? revenue - cost : null, cost),
  }
}

function transitionsOf(run: Run, rows: readonly CampaignRow[], ledger: Ledger): CampaignTransition[] {
  const landing = landingOf(ledger).channels.find(
    (channel) => channel.teamId === run.teamId && channel.channelId === run.channelId,
  )
  return run.stages.slice(1).map((to, i) => {
    const from = run.stages[i] ?? to
    const cohorts = soFar(rows, from, ledger)
    const n = sumOf(cohorts.map(({ count }) => count))
    const y = sumOf(soFar(rows, to, ledger).map(({ count }) => count))
    const ripeness = ripenessOfSeveral(sharesOf(run, i), cohorts, ledger.actualsThrough)
    const rate = landing?.rates[i] ?? Number(run.rates[i])
    const known =
      y !== null && n !== null && ripeness !== null
        ? cohortRate({ y, n, ripeness, rate })
        : { rate: null, expected: null, isUnripe: ripeness !== null && ripeness < RIPE_FROM }
    return { from, to, y, n, ripeness, ...known }
  })
}

/** Entered months of a metric from a year before up to the boundary, as indexes of the year. */
function soFar(rows: readonly CampaignRow[], metric: string, { actualsThrough }: Ledger) {
  return rows
    .filter((row) => row.metric === metric)
    .flatMap(({ lastYear, actual }) => [
      ...lastYear.map((count, i) => ({ month: i - 12, count })),
      ...actual.slice(0, actualsThrough + 1).map((count, month) => ({ month, count })),
    ])
    .flatMap(({ month, count }) => (count === null ? [] : [{ month, count }]))
}
