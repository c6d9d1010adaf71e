import { hasPlan, type Ledger } from '#lib/plan-vs-actual/ledger'
import { type Verdict, verdict } from '#lib/plan-vs-actual/verdict'
import { LANDING_CASES, landingOf } from './landing'
import { type OpportunityEvidence, opportunityEvidenceOf } from './opportunity-evidence'
import { opportunityLandingOf } from './opportunity-landing'

/** Where the year lands in one of the shown cases. Money unrounded. */
export type LandingFigure = {
  readonly total: number
  /** 見込達成率, unrounded; null without a KGI. */
  readonly attainment: number | null
  readonly verdict: Verdict | null
}

/** The landing figures of the strip: computed once on the server, so that the page need not do it again per request. */
export type Headline = {
  readonly goal: number | null
  readonly observed: LandingFigure
  readonly plan: LandingFigure
  readonly observedPace: LandingFigure
  /** By recorded opportunities; null where none is recorded. */
  readonly opportunities: (LandingFigure & { readonly evidence: OpportunityEvidence }) | null
  /** What makes the landing at observed rates. */
  readonly lines: Readonly<Record<'marketing' | 'existing' | 'salesSourced', number>>
  /** How many of the channels' rates lack data, so that the planned one is used (実績不足), of how many. */
  readonly insufficient: number
  readonly rates: number
  /** The year is over and nothing in it was blank: the landing is no forecast any more. */
  readonly isFinal: boolean
  /** Blank cells that were forecast in place of an actual (＊). */
  readonly estimated: number
}

/** Null without a plan: there is nothing to land on. */
export function headlineOf(ledger: Ledger): Headline | null {
  if (!ledger.rows.some(hasPlan)) return null
  const observed = landingOf(ledger, LANDING_CASES.observed)
  const guarded = observed.channels.flatMap((channel) => channel.isInsufficient)
  const opportunities = opportunityLandingOf(ledger)
  const figure = (landing: Pick<typeof observed, 'total' | 'attainment' | 'goal'>): LandingFigure => ({
    total: landing.total,
    attainment: landing.attainment,
    verdict: verdict('revenue', landing.total, landing.goal, ledger.thresholds),
  })
  return {
    goal: observed.goal,
    observed: figure(observed),
    plan: figure(landingOf(ledger, LANDING_CASES.plan)),
    observedPace: figure(landingOf(ledger, LANDING_CASES.observedPace)),
    opportunities: opportunities && {
      ...figure(opportunities),
      evidence: opportunityEvidenceOf(opportunities, ledger),
    },
    lines: { marketing: observed.marketing, existing: observed.existing, salesSourced: observed.salesSourced },
    insufficient: guarded.filter(Boolean).length,
    rates: guarded.length,
    isFinal: ledger.actualsThrough === 11 && observed.estimated.length === 0,
    estimated: observed.estimated.length,
  }
}
