import type { Campaign } from '#lib/campaign'
import type { NextYear } from '#lib/funnel/draft'
import type { History } from '#lib/funnel/history'
import type { StageKey } from '#lib/funnel/stages'
import type { ActivatePlanInput, SavePlanDraftInput } from '#lib/input/plan-command'
import type { FiscalYear } from '#lib/month'
import type { Channel, Organisation } from '#lib/organisation'
import type { Packed } from '#lib/packed'
import type { PlanVersion } from '#lib/plan-version'
import type { Result } from '#lib/result'

/** A team beside the root team: its KGI is null while it has no active plan. */
export type TeamGoal = { readonly id: string; readonly name: string; readonly revenueGoal: number | null }

/** A channel of the plan, by its id and by its place in the list. */
export type PlannedChannel = { readonly channelId: string; readonly index: number }

export type PlanRights = { readonly edit: boolean; readonly activate: boolean; readonly approveGoal: boolean }

export type SavedPlan = { readonly planId: string; readonly version: number; readonly revision: number }

/** What the plan of a team's year is made of. */
export type PlanSource = {
  /** 'YYYY-MM-DD' in the organisation's time zone. */
  readonly today: string
  /** All stages, upstream first, with their names in the person's language. */
  readonly stages: readonly { readonly key: StageKey; readonly label: string }[]
  readonly channels: readonly Channel[]
  readonly versions: readonly PlanVersion[]
  /** Last year's active plan; null without one. */
  readonly lastYear: PlanVersion | null
  readonly nextYear: NextYear | null
  /** What the team entered, up to the last finished month. */
  readonly history: History
  /** The team's campaigns that start in the year and are not archived. */
  readonly campaigns: readonly Campaign[]
  /** The root team beside other teams: their KGIs; its own plan then holds goals only. Null otherwise. */
  readonly teamGoals: readonly TeamGoal[] | null
}

export type PlanScreenProps = PlanSource & {
  readonly teamId: string
  readonly year: FiscalYear
  readonly organisation: Pick<Organisation, 'currency' | 'unit' | 'negativeStyle' | 'timeZone'>
  /** The version that the address asks for; null without one. */
  readonly requestedVersion: number | null
  /** The version beside which the address asks to see it; null without one. */
  readonly requestedCompare: number | null
  readonly rights: PlanRights
  readonly savePlanDraft: (input: SavePlanDraftInput) => Promise<Result<SavedPlan>>
  readonly activatePlan: (
    input: ActivatePlanInput,
  ) => Promise<Result<{ readonly planId: string; readonly version: number }>>
}

/** As the page sends them. */
export type PlanYearProps = Omit<PlanScreenProps, keyof PlanSource> & { readonly packedSource: Packed<PlanSource> }

/** What the version that is open gets too. */
export type PlanPageProps = PlanScreenProps & {
  /** Null: a plan that was never saved. */
  readonly opened: PlanVersion | null
  /** The form is a copy of last year's plan. */
  readonly copied: boolean
  /** The version beside which this one is shown. */
  readonly compared: PlanVersion | null
  readonly onCompare: (version: number | null) => void
  readonly onCopyLastYear: (() => void) | null
  readonly onOpen: (version: PlanVersion | null) => void
  /** The form was saved under this number. */
  readonly onSavedAs: (version: number) => void
  readonly onRefresh: () => void
}

/** Assumptions on the left, what follows from them on the right. */
export const PLAN_COLUMNS = 'grid gap-3 laptop:grid-cols-[400px_minmax(0,1fr)] desktop:grid-cols-[420px_minmax(0,1fr)]'
