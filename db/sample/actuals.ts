import type { PlanDraft } from '#lib/input/plan-draft'
import { addMonths, type FiscalYear } from '#lib/month'
import type { Actor } from '#lib/permissions'
import { closeMonths } from '../commands/close-months'
import { saveActuals } from '../commands/save-actuals'
import { closedMonths, monthlyActuals } from '../queries/actuals'
import { campaignsIn, campaignsUpTo, loadCampaigns } from './campaigns'
import type { TeamPlan } from './company'
import type { ChannelIds } from './drafts'
import { teamHistory } from './history'
import type { Story } from './story'

type TeamActuals = {
  readonly teamId: string
  readonly plan: TeamPlan
  readonly drafts: ReadonlyMap<number, PlanDraft>
  /** This year first. */
  readonly years: readonly FiscalYear[]
  readonly channelIds: ChannelIds
  readonly story: Story
  readonly costMissing: string
}

type Cells = ReturnType<typeof teamHistory>

/** A team's campaigns and all that it entered. Answers the cells. */
export async function loadActuals(marketer: Actor, team: TeamActuals): Promise<Cells> {
  const { teamId, plan, drafts, years, channelIds, story, costMissing } = team
  const wanted = years.flatMap(({ year }, yearsAgo) => campaignsIn(plan, year, yearsAgo))
  const ids = await loadCampaigns(marketer, teamId, wanted, channelIds)
  const running = campaignsUpTo(plan, years, story.today)
  const campaigns = running.map((campaign) => ({ ...campaign, id: ids.get(campaign.name) ?? null }))
  const byCampaignFrom = years[0]?.first ?? story.running
  const history = { drafts, ids: channelIds, seed: plan.seed, story, costMissing, campaigns, byCampaignFrom }
  const cells = teamHistory(history)
  const entered = await monthlyActuals(marketer, {
    teamIds: [teamId],
    from: story.lastFinished,
    to: story.lastFinished,
  })
  // What is entered is entered at once: an interrupted load that came so far goes on after it.
  if (entered.length === 0) await saveActuals(marketer, { teamId, cells })
  return cells
}

/** Closes a team's months up to the one before the last finished one, with what their records are credited with. */
export async function loadCloses(marketer: Actor, teamId: string, { lastFinished, today }: Story): Promise<void> {
  if ((await closedMonths(marketer, teamId)).length > 0) return
  await closeMonths(marketer, { teamId, through: addMonths(lastFinished, -1), today })
}

const SENT_TWICE = 6

/** Leads that came twice were found after the month was closed. */
export async function loadCorrection(
  marketer: Actor,
  teamId: string,
  { lastFinished }: Story,
  webId: string | undefined,
): Promise<void> {
  const month = addMonths(lastFinished, -2)
  const cells = await monthlyActuals(marketer, { teamIds: [teamId], from: month, to: month })
  const lead = cells.find((cell) => cell.channelId === webId && cell.metric === 'lead')
  // A version above 1 was corrected by an earlier, interrupted load.
  if (!lead || lead.version > 1) return
  const { line, channelId, metric, value, version } = lead
  const corrected = { month, line, channelId, metric, version, value: Math.max(0, value - SENT_TWICE) }
  await saveActuals(marketer, { teamId, cells: [corrected], reason: '資料請求フォームの二重送信6件を除外' })
}
