import { type CampaignTransition, campaignResults } from '#lib/forecast/campaign-results'
import { landingOf } from '#lib/forecast/landing'
import type { LedgerCampaign } from '#lib/plan-vs-actual/ledger'
import { type MissingPlace, missingPlaces } from '#lib/plan-vs-actual/missing'
import type { YearRemarks } from '#lib/plan-vs-actual/year-remarks'
import type { CardProps, DraftToDecide, OverviewRole } from './overview-props'

/** Something that waits for a person, with what the card says of it. */
export type Task = { readonly key: string; readonly teamId: string } & (
  | { readonly kind: 'approve' | 'activate' | 'waiting'; readonly draft: DraftToDecide }
  | { readonly kind: 'missing'; readonly place: MissingPlace; readonly isEstimated: boolean }
  | { readonly kind: 'close'; readonly months: YearRemarks['toClose'][number] }
  | { readonly kind: 'uncovered'; readonly gap: YearRemarks['uncovered'][number] }
  | { readonly kind: 'campaign'; readonly campaign: LedgerCampaign; readonly transition: CampaignTransition }
)

type TaskSource = Pick<CardProps, 'ledger' | 'remarks' | 'drafts' | 'role' | 'rights'>

/** What each role has to do first. */
const ORDER: Record<OverviewRole, readonly Task['kind'][]> = {
  executive: ['approve', 'activate', 'missing', 'uncovered', 'close', 'campaign', 'waiting'],
  marketing: ['missing', 'close', 'uncovered', 'campaign', 'activate', 'approve', 'waiting'],
  sales: ['approve', 'missing', 'uncovered', 'campaign', 'activate', 'close', 'waiting'],
}

/** Everything open in a year, in the role's order. Months to close are the task of those who may close them. */
export function openTasks(source: TaskSource): Task[] {
  const { ledger, remarks, rights, role } = source
  const tasks: Task[] = [
    ...decisions(source),
    ...missing(source),
    ...(rights.close ? remarks.toClose : []).map((months): Task => {
      return { kind: 'close', key: `close ${months.teamId}`, teamId: months.teamId, months }
    }),
    ...(ledger.finishedThrough < 11 ? remarks.uncovered : []).map((gap): Task => {
      return { kind: 'uncovered', key: `uncovered ${gap.teamId} ${gap.channelId}`, teamId: gap.teamId, gap }
    }),
    ...(role === 'marketing' ? unconverted(ledger) : []),
  ]
  return tasks.sort((a, b) => ORDER[role].indexOf(a.kind) - ORDER[role].indexOf(b.kind))
}

/** Drafts to approve or to make active; others see that one waits for approval. */
function decisions({ drafts, rights }: TaskSource): Task[] {
  return drafts.flatMap((draft): Task[] => {
    const may = draft.needsApproval ? rights.approve : rights.activate
    const task = { key: `draft ${draft.planId}`, teamId: draft.teamId, draft }
    if (may) return [{ ...task, kind: draft.needsApproval ? 'approve' : 'activate' }]
    return draft.needsApproval ? [{ ...task, kind: 'waiting' }] : []
  })
}

function missing({ ledger }: Pick<TaskSource, 'ledger'>): Task[] {
  const { estimated } = landingOf(ledger)
  return missingPlaces(ledger).map((place): Task => {
    const isEstimated = estimated.some(
      (cell) =>
        cell.teamId === place.teamId &&
        cell.month === place.month &&
        (place.wholeMonth || (cell.line === place.line && cell.channelId === place.channelId)),
    )
    const { teamId, month, line, channelId } = place
    return { kind: 'missing', key: ['missing', teamId, month, line, channelId].join(' '), teamId, place, isEstimated }
  })
}

/** Campaigns whose people have not become opportunities yet: what of them is still to come. */
function unconverted(ledger: TaskSource['ledger']): Task[] {
  return campaignResults(ledger).flatMap(({ campaign, entries, transitions }): Task[] => {
    const open = transitions.find(({ n, isUnripe }) => n !== null && n > 0 && isUnripe)
    const isConverted = transitions.some(({ to, y }) => to === 'opportunity' && (y ?? 0) > 0)
    if (open === undefined || isConverted || !entries) return []
    return [{ kind: 'campaign', key: `campaign ${campaign.id}`, teamId: campaign.teamId, campaign, transition: open }]
  })
}
