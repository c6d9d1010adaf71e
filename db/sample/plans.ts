import type { PlanDraft } from '#lib/input/plan-draft'
import type { Actor } from '#lib/permissions'
import { activatePlan } from '../commands/activate-plan'
import { savePlanDraft } from '../commands/save-plan-draft'
import { planVersions } from '../queries/plans'

/** A version as it came about: who wrote it, who approved it (nobody: it stays a draft), and why. */
export type WantedVersion = {
  readonly draft: PlanDraft
  readonly reason: string
  readonly writer: Actor
  readonly approver: Actor | null
}

/** Brings a team's plan of a year to the wanted versions; those that exist are left as they are. */
export async function loadPlan(teamId: string, year: number, wanted: readonly WantedVersion[]): Promise<void> {
  for (const [i, { draft, reason, writer, approver }] of wanted.entries()) {
    const existing = (await planVersions(writer, teamId, year)).find((plan) => plan.version === i + 1)
    const input = { teamId, year, planId: null, revision: null, draft, reason }
    const { planId, revision } = existing
      ? { planId: existing.id, revision: existing.revision }
      : await savePlanDraft(writer, input)
    const isWaiting = existing === undefined || existing.state === 'draft'
    if (approver && isWaiting) await activatePlan(approver, { planId, revision, reason: null })
  }
}

/** What the marketer thinks a year would bring with better exhibitions, for the same goals. */
export function withBetterExhibitions(draft: PlanDraft, exhibitionId: string | undefined): PlanDraft {
  const better = draft.channels.map((channel) => {
    if (channel.channelId !== exhibitionId) return channel
    return {
      ...channel,
      transitions: channel.transitions.map((each) => (each.to === 'mql' ? { ...each, rate: '0.18' } : each)),
    }
  })
  return { ...draft, channels: better }
}

/** A goal raised by a tenth of a hundred million, which nobody has approved. */
export function withHigherGoal(draft: PlanDraft): PlanDraft {
  return { ...draft, revenueGoal: (draft.revenueGoal ?? 0) + 20_000_000 }
}
