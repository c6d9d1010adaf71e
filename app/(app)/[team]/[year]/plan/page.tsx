import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlanScreen } from '#components/plan/plan-screen'
import { campaignsOf } from '#db/queries/campaigns'
import { monthFigures } from '#db/queries/counted'
import { channels, stages, teams } from '#db/queries/organisation'
import { activePlans, planVersions } from '#db/queries/plans'
import type { Campaign } from '#lib/campaign'
import { scenarioOf } from '#lib/funnel/draft'
import { EVIDENCE_MONTHS } from '#lib/funnel/evidence'
import { type History, historyOf } from '#lib/funnel/history'
import { LONGEST_LAG } from '#lib/funnel/kernel'
import { planFigures } from '#lib/funnel/plan'
import { metricOf } from '#lib/metrics'
import { addMonths, type FiscalYear, monthOf } from '#lib/month'
import { type Actor, can } from '#lib/permissions'
import { ClientMessages } from '#server/client-messages'
import { requireTeam } from '#server/session'
import { today } from '#server/today'
import { activatePlanAction, savePlanDraftAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plan'))('title') }
}

export default async function PlanPage({ params, searchParams }: PageProps<'/[team]/[year]/plan'>) {
  const { team: teamId, year: yearText } = await params
  const { session, team, year } = await requireTeam(teamId, yearText, 'plan.read')
  const [versions, active, ownChannels, ownStages, ownTeams, locale, query] = await Promise.all([
    planVersions(session, team.id, year.year),
    activePlans(session, [year.year - 1, year.year, year.year + 1]),
    channels(session),
    stages(session),
    teams(session),
    getLocale(),
    searchParams,
  ])
  const others = team.isRoot ? ownTeams.filter((other) => other.id !== team.id) : []
  const day = today(session.org.timeZone)
  // A plan that holds goals only has no assumptions to prove.
  const { history, campaigns } = others.length > 0 ? NO_EVIDENCE : await evidenceFor(session, team.id, day)
  const keys = ownStages.map((stage) => stage.key)
  const planOf = (id: string, of: number) => active.find((plan) => plan.teamId === id && plan.year === of)
  const next = planOf(team.id, year.year + 1)
  return (
    <ClientMessages of={['plan', 'errors']}>
      <PlanScreen
        key={`${team.id}/${year.year}`}
        teamId={team.id}
        year={year}
        today={day}
        organisation={session.org}
        stages={ownStages.map(({ key, name }) => ({
          key,
          label: name ?? metricOf(key)[locale === 'en' ? 'en' : 'ja'],
        }))}
        channels={ownChannels}
        versions={versions}
        requestedVersion={numberIn(query.version)}
        requestedCompare={numberIn(query.compare)}
        lastYear={planOf(team.id, year.year - 1) ?? null}
        history={history}
        campaigns={campaigns.filter((own) => own.archivedAt === null && isIn(year, own.startsOn))}
        nextYear={next ? { channels: wantedOf(planFigures(scenarioOf(next.draft, keys))) } : null}
        teamGoals={
          others.length > 0
            ? others.map(({ id, name }) => ({
                id,
                name,
                revenueGoal: planOf(id, year.year)?.draft.revenueGoal ?? null,
              }))
            : null
        }
        rights={{
          edit: can(session, 'plan.edit'),
          activate: can(session, 'plan.activate'),
          approveGoal: can(session, 'goal.approve'),
        }}
        savePlanDraft={savePlanDraftAction}
        activatePlan={activatePlanAction}
      />
    </ClientMessages>
  )
}

type Evidence = { readonly history: History; readonly campaigns: readonly Campaign[] }
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

const numberIn = (text: string | string[] | undefined): number | null =>
  typeof text === 'string' ? Number(text) || null : null

const isIn = ({ first, last }: FiscalYear, date: string): boolean => monthOf(date) >= first && monthOf(date) <= last

/** Of next year's figures only what this year's last months serve. */
function wantedOf({ channels }: ReturnType<typeof planFigures>) {
  return channels.map(({ id, revenueByMonth }) => ({ id, revenueByMonth }))
}
